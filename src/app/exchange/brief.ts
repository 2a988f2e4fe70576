import type { CountReport, EvidenceReport, MemberReport, WhyReport } from '../../domain/report.js';
import type { PositionStance } from '../../domain/stance.js';

const GROUPS: readonly (readonly [PositionStance, string])[] = [
  ['oppose', 'Oppose'],
  ['conditional', 'Only on a condition'],
  ['abstract-support', 'Support in the abstract only'],
  ['uncommitted', 'Uncommitted'],
  ['support', 'Support'],
];
/** Notes of one member at most: the strongest of its evidence. */
const NOTES_A_MEMBER = 3;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (raw: string): string => raw.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c);

/** Everything in the file: no script, nothing from elsewhere; notes follow the text on paper as on a screen. */
const STYLE = `body{font:1rem/1.5 Georgia,'Times New Roman',serif;color:#111;background:#fff;max-width:42rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.1rem;margin-top:1.5rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .5rem .25rem 0;border-bottom:1px solid #bbb}
.facts{color:#333}ol.notes{font-size:.875rem;padding-left:2rem}ol.notes li{margin-bottom:.5rem}blockquote{margin:0;display:inline}sup{line-height:0}a{color:#003d7a}footer{font-size:.8rem;color:#333;border-top:1px solid #bbb;margin-top:2rem;padding-top:.5rem}
@page{size:A4;margin:20mm}@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt}a{color:inherit;text-decoration:none}tr,ol.notes li{break-inside:avoid}h2{break-after:avoid}}`;

/** One note: the words, who said them and how they reached us, where and when, and what to mind. */
function noteText(e: EvidenceReport): string {
  const who = e.attribution === 'outlet' ? e.publisher || 'the outlet itself' : e.speaker || 'not named';
  const where = [e.publisher && e.publisher !== who ? e.publisher : '', e.title ? `“${e.title}”` : '', e.date ?? 'undated'].filter(Boolean).join(', ');
  const mind = [e.condition ? `condition: ${e.condition.quote}` : '', e.reasons.length > 0 ? `reasons: ${e.reasons.map((r) => r.kind).join(', ')}` : '', e.origin ? `first in ${e.origin}` : '', e.former ?? ''].filter(Boolean);
  return `<blockquote>“${html(e.quote)}”</blockquote> ${html(who)} (${html(e.attribution)}), ${html(where)}${mind.length > 0 ? `; ${html(mind.join('; '))}` : ''}. Read as ${html(e.stance)} by ${html(e.reader)}; document ${html(e.documentId.slice(0, 12))}.`;
}

/**
 * A briefing on a count as one HTML file: the outcome, who stands where, what would change it, and each position's evidence as numbered notes
 * that link there and back. It holds no script and loads nothing; printed, or saved as PDF, it keeps its notes.
 * @param evidence what `reportWhy` gives for each member with a position
 */
export function briefOf(report: CountReport, evidence: ReadonlyMap<string, WhyReport>): string {
  const notes: string[] = [];
  const marks = (m: MemberReport): string =>
    (evidence.get(m.member)?.evidence ?? [])
      .slice(0, NOTES_A_MEMBER)
      .map((e) => {
        const n = String(notes.length + 1);
        notes.push(`<li id="note-${n}">${noteText(e)} <a href="#mark-${n}" aria-label="Back to the text of note ${n}">↩</a></li>`);
        return `<sup><a id="mark-${n}" href="#note-${n}" aria-label="Note ${n}">${n}</a></sup>`;
      })
      .join(' ');
  const groups = GROUPS.flatMap(([stance, title]) => {
    const members = report.members.filter((m) => m.stance === stance);
    if (members.length === 0) return [];
    const rows = members.map((m) => {
      const remarks = [m.contested ? 'contested' : '', m.formerWords ? 'mostly former words' : '', m.declared ? `declared by ${m.declared.author}: ${m.declared.note}` : '', m.assumed ? 'supposed' : ''].filter(Boolean).join('; ');
      return `<tr><th scope="row">${html(m.name)} ${marks(m)}</th><td>${String(Math.round(m.confidence * 100))}%</td><td>${String(m.origins)}</td><td>${html(remarks)}</td></tr>`;
    });
    return [`<h2>${html(title)} (${String(members.length)})</h2>\n<table><thead><tr><th scope="col">Member</th><th scope="col">Sure</th><th scope="col">Origins</th><th scope="col">Remarks</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`];
  });
  const unknown = report.members.filter((m) => m.stance === 'unknown').map((m) => m.name);
  const c = report.count;
  const change = [
    c.blockers.length > 0 ? `Block alone: ${c.blockers.join(', ')}.` : '',
    c.fewestFlips && c.fewestFlips.count > 0 ? `Fewest flips: ${String(c.fewestFlips.count)} (${c.fewestFlips.members.join(', ')}).` : '',
    c.pivotal.length > 0 ? `Pivotal: ${c.pivotal.join(', ')}.` : '',
  ].filter(Boolean);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(report.question.title)}</title><style>${STYLE}</style></head>
<body><main>
<p class="facts">${html(report.question.bodyName)} · ${html(report.option.proposal)}</p>
<h1>${html(c.sentence)}</h1>
<p class="facts">${html(report.independence)} Rule: ${html(report.rule.text)} (${html(report.rule.citation)}).${report.asOf ? ` As of ${html(report.asOf)}.` : ''}${report.knownAt ? ` As known at ${html(report.knownAt)}.` : ''}</p>
${groups.join('\n')}
${unknown.length > 0 ? `<h2>Unknown (${String(unknown.length)})</h2>\n<p>${html(unknown.join(', '))}. Nothing in the register says where they stand; silence is no consent.</p>` : ''}
${change.length > 0 ? `<h2>What would change it</h2>\n<p>${html(change.join(' '))}</p>` : ''}
<h2>Notes</h2>
<ol class="notes">
${notes.join('\n')}
</ol>
</main><footer>Made by Holdout from ${String(report.documents)} documents; register hash ${html(report.registerHash.slice(0, 16))}. Positions are derived by a machine from the words in the notes: check them before you rely on them.</footer></body></html>
`;
}
