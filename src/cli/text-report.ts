import type { CountReport, EvidenceReport, MemberReport, WhyReport } from '../domain/report.js';
import type { PositionStance } from '../domain/stance.js';

const TITLES: readonly (readonly [PositionStance, string])[] = [
  ['oppose', 'Oppose'],
  ['conditional', 'Only on a condition'],
  ['abstract-support', 'Support in the abstract only'],
  ['support', 'Support'],
  ['uncommitted', 'Uncommitted'],
];
const WIDTH = 100;

const clip = (s: string, n: number): string => (s.length <= n ? s : `${s.slice(0, n - 1).trimEnd()}…`);
const oneLine = (s: string): string => s.replace(/\s+/g, ' ').trim();

function sourceOf(e: EvidenceReport): string {
  const who = e.attribution === 'outlet' ? e.publisher || 'the outlet' : e.speaker;
  const via = e.origin && e.origin !== who ? `, first in ${e.origin}` : '';
  return `${who}, ${e.attribution}${via}${e.publisher && e.publisher !== who ? `, in ${e.publisher}` : ''}${e.date ? `, ${e.date}` : ''}`;
}

const origins = (n: number): string => `${String(n)} ${n === 1 ? 'origin' : 'origins'}`;

function memberLines(m: MemberReport): string[] {
  const marks = [`${Math.round(m.confidence * 100)}%`, origins(m.origins), ...(m.contested ? ['contested'] : []), ...(m.formerWords ? ['mostly former words'] : []), ...(m.assumed ? ['supposed'] : []), ...(m.declared ? [`declared by ${m.declared.author}`] : [])].join(', ');
  const lines = [`  ${m.member}  ${m.name} (${marks})`];
  if (m.best) {
    lines.push(`       “${clip(oneLine(m.best.quote), WIDTH * 2)}”`);
    lines.push(`       — ${sourceOf(m.best)}`);
    if (m.best.former) lines.push(`       ${m.best.former}`);
    if (m.best.retracted) lines.push(`       retracted: ${m.best.retracted}`);
    if (m.best.condition) lines.push(`       condition: ${oneLine(m.best.condition.quote)}`);
  }
  return lines;
}

/** "  One origin for 3 articles: it credits Politico." for each origin behind several articles. */
const sharedOrigins = (r: CountReport): string[] =>
  r.sharedOrigins.map((g) => `  One origin for ${String(g.documents.length)} articles: ${[...new Set(g.reasons.map((x) => x.reason))].join('; ')}.`);

const GROUPS_SHOWN = 5;

/** "Block together (any of 12 groups): DEU FRA POL; …" */
function blockingLines({ groups, complete, total, alone }: CountReport['count']['blocking']): string[] {
  if (groups.length === 0) return [];
  const all = total === null ? `${complete ? '' : 'more than '}${String(groups.length)}` : String(BigInt(total) - BigInt(alone.length));
  const shown = groups.slice(0, GROUPS_SHOWN).map((g) => g.join(' '));
  return [`Block together (any of ${all} ${all === '1' ? 'group' : 'groups'}): ${shown.join('; ')}${groups.length > shown.length || !complete ? '; …' : ''}`];
}

/** The cheapest sets, where there is something left to move and the fewest flips have not said it. */
function cheapestLines(c: CountReport['count']['cheapest']): string[] {
  const line = (what: string, set: CountReport['count']['cheapest']['toBlock']): string[] => (set && set.members.length > 0 ? [`${what}: cost ${String(set.cost)} (${set.members.join(' ')})`] : []);
  return [...(c.toPossible?.cost === c.toPossible?.members.length ? [] : line('Cheapest to make adoption possible', c.toPossible)), ...line('Cheapest to make it certain', c.toCertain), ...line('Cheapest to block', c.toBlock)];
}

/** The count as a page of text: outcome first, then holdouts by kind, the others, and what would change it. */
export function countText(r: CountReport): string {
  const lines = [r.count.sentence, `${r.question.title} — ${r.question.bodyName}, option ${r.option.id}${r.asOf ? `, as of ${r.asOf}` : ''}${r.knownAt ? `, as known at ${r.knownAt}` : ''}. Rule: ${r.rule.text} (${r.rule.citation}).`, `${r.independence}`, ...sharedOrigins(r), ...r.cautions, ''];
  for (const [stance, title] of TITLES) {
    const members = r.members.filter((m) => m.stance === stance);
    if (members.length === 0) continue;
    lines.push(`${title} (${String(members.length)})`, ...members.flatMap(memberLines), '');
  }
  const unknown = r.members.filter((m) => m.stance === 'unknown');
  if (unknown.length > 0) lines.push(`Unknown (${String(unknown.length)}): ${unknown.map((m) => m.member).join(' ')}`, '');
  if (r.count.blockers.length > 0) lines.push(`Block alone: ${r.count.blockers.join(' ')}`);
  lines.push(...blockingLines(r.count.blocking));
  if (r.count.fewestFlips && r.count.fewestFlips.count > 0) lines.push(`Fewest flips: ${String(r.count.fewestFlips.count)} (${r.count.fewestFlips.members.join(' ')})`);
  lines.push(...cheapestLines(r.count.cheapest));
  if (r.count.pivotal.length > 0) lines.push(`Pivotal: ${r.count.pivotal.join(' ')}`);
  if (r.probability) lines.push('', r.probability.sentence, ...r.probability.assumptions.map((a) => `  ${a}`));
  if (r.rule.then.length > 0) lines.push(`Afterwards: ${r.rule.then.join(', ')}, a count of its own (--rule ${r.rule.then[0] ?? ''})`);
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Every signal on one member, strongest first. */
export function whyText(r: WhyReport): string {
  const p = r.position;
  const lines = [`${p.name} (${p.member}): ${p.stance}${p.stance === 'unknown' ? ' — nothing in the register says where it stands.' : `, ${String(Math.round(p.confidence * 100))}%, ${origins(p.origins)}${p.contested ? ', contested' : ''}${p.formerWords ? ', mostly words of a former government or office holder' : ''}.`}`, ''];
  r.evidence.forEach((e, i) => {
    lines.push(`${String(i + 1)}. ${e.stance}  “${oneLine(e.quote)}”`, `   who: ${e.speaker || 'not named'}; for: ${e.speaksFor}; ${e.attribution}${e.origin ? `; origin: ${e.origin}` : ''}`);
    if (e.former) lines.push(`   weighs less: ${e.former}`);
    if (e.retracted) lines.push(`   retracted: ${e.retracted}`);
    if (e.condition) lines.push(`   condition (${e.condition.kind}): ${oneLine(e.condition.quote)}`);
    if (e.reasons.length > 0) lines.push(`   reasons: ${e.reasons.map((x) => `${x.kind} (“${oneLine(x.quote)}”)`).join(', ')}`);
    lines.push(`   in: ${[e.publisher, e.title, e.date].filter(Boolean).join(', ') || 'untitled document'} [${e.documentId.slice(0, 12)}]`, `   read by: ${e.reader}, ${e.rule}, confidence ${e.confidence.toFixed(2)} [signal ${e.signalId.slice(0, 12)}]`, '');
  });
  return `${lines.join('\n').trimEnd()}\n`;
}
