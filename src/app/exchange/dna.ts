import { parse } from 'csv-parse/sync';
import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import { isStance, type Stance } from '../../domain/stance.js';
import { stateName } from '../../knowledge/state-phrases.js';
import type { Register } from '../../register/index.js';
import { applyReviews } from '../review/apply-reviews.js';
import { addSignal } from '../review/decide.js';
import { harmless } from './csv.js';
import type { Imported } from './annotations.js';

/** Columns of the event list of Discourse Network Analyzer 3: its own nine, then the variables of its statement type. */
const OWN = ['statement ID', 'time', 'document ID', 'document title', 'author', 'source', 'section', 'type', 'text'] as const;
const VARIABLES = ['person', 'organization', 'concept', 'agreement', 'stance'] as const;
const MIDNIGHT = '00:00:00';

/** DNA's own way with text in its event lists: no semicolons, no double quotes, one line; and nothing that a spreadsheet would run. */
const text = (raw: string): string => `"${harmless(raw.replace(/;/g, ',').replace(/"/g, "'").replace(/\s+/g, ' ').trim())}"`;

/**
 * The signals of a question that count as DNA's event list: the member is the organization, the speaker the person, the option's proposal the
 * concept, and agreement 1 for support. `stance` keeps what agreement cannot say; uncommitted members have no agreement and are left out.
 */
export async function exportDna(register: Register, questionId: string): Promise<string> {
  const [question, machine, reviews, documents] = await Promise.all([register.question(questionId), register.signals({ question: questionId }), register.reviews({ question: questionId }), register.documents({ question: questionId })]);
  const byId = new Map(documents.map((d, i) => [d.id, { ...d, number: i + 1 }]));
  const lines = [[...OWN, ...VARIABLES].map((c) => `"${c}"`).join(';')];
  for (const option of question?.options ?? []) {
    const { signals } = applyReviews(machine.filter((s) => s.signal.option === option.id), reviews, option.id);
    for (const s of signals) {
      if (s.signal.stance === 'uncommitted') continue;
      const d = byId.get(s.documentId);
      const { statement } = s.statement;
      lines.push(
        [
          String(lines.length), s.validFrom ? `${s.validFrom} ${MIDNIGHT}` : '', String(d?.number ?? 0), text(d?.title ?? ''), '""', text(d?.publisher ?? ''), text(question?.id ?? ''), text(s.documentId.slice(0, 16)), text(s.quote),
          text(statement.attribution === 'outlet' ? '' : statement.speaker), text(stateName(s.signal.member)), text(option.proposal), s.signal.stance === 'support' ? '1' : '0', text(s.signal.stance),
        ].join(';'),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Adds the statements of a DNA event list whose words stand in a document of the question, as a person's: `organization` names the member,
 * `concept` an option (its proposal or id; the first when it is none), `agreement` 1 support and 0 opposition, unless `stance` says more.
 * One that is there already adds nothing. Fails with `input-unreadable` for what is no event list.
 */
export async function importDna(register: Register, questionId: string, csv: string, author: string): Promise<Result<readonly Imported[], Failure>> {
  let rows: Readonly<Record<string, string>>[];
  try {
    rows = parse(csv, { delimiter: ';', columns: true, relax_quotes: true, skip_empty_lines: true, bom: true });
  } catch {
    rows = [];
  }
  if (rows.length > 0 ? !('text' in (rows[0] ?? {}) && 'organization' in (rows[0] ?? {})) : !csv.includes('"text"'))
    return err({ code: 'input-unreadable', category: 'caller', message: 'This is no event list of Discourse Network Analyzer; export one with the variables organization, concept and agreement.' });
  const question = await register.question(questionId);
  const texts: { id: string; text: string; folded: string }[] = [];
  for (const { id } of await register.documents({ question: questionId })) {
    const words = (await register.document(id))?.text ?? '';
    texts.push({ id, text: words, folded: folded(words) });
  }
  const found: Imported[] = [];
  for (const row of rows) {
    const [quote, member, concept, agreement] = [asWritten(row['text'] ?? ''), row['organization'] ?? '', row['concept'] ?? '', row['agreement'] ?? ''];
    const stance: Stance = isStance(row['stance'] ?? '') ? (row['stance'] as Stance) : agreement === '1' ? 'support' : 'oppose';
    const option = question?.options.find((o) => o.id === concept || folded(o.proposal) === folded(concept))?.id ?? question?.options[0].id ?? '';
    const places = texts.filter((t) => quote !== '' && t.folded.includes(folded(quote)) && (!row['type'] || !/^[0-9a-f]{16}$/.test(row['type']) || t.id.startsWith(row['type'])));
    const [place, ...others] = places;
    if (place === undefined || others.length > 0) {
      found.push({ kind: 'failed', message: `The words "${quote.slice(0, 60)}" ${place === undefined ? 'stand in no document' : 'stand in several documents'} of ${questionId}.` });
      continue;
    }
    const start = place.folded.indexOf(folded(quote));
    const exact = place.text.slice(start, start + quote.length);
    const known = applyReviews((await register.signals({ question: questionId, option })), await register.reviews({ question: questionId }), option).signals;
    if (known.some((s) => s.documentId === place.id && s.signal.stance === stance && folded(s.quote) === folded(exact) && (s.signal.member === member || stateName(s.signal.member) === member))) {
      found.push({ kind: 'known' });
      continue;
    }
    const added = await addSignal(register, questionId, { member, option, stance, document: place.id, quote: exact, start, ...(row['person'] ? { speaker: row['person'] } : {}) }, { author, note: 'imported from Discourse Network Analyzer' });
    found.push(added.ok ? { kind: 'added' } : { kind: 'failed', message: added.error.message });
  }
  return ok(found);
}

/** Without the apostrophe that keeps a spreadsheet from running it. */
const asWritten = (text: string): string => text.replace(/^'(?=[=+\-@])/, '');

/** Text as DNA writes it, of the same length, so that places stay places. */
const folded = (raw: string): string => raw.replace(/;/g, ',').replace(/"/g, "'").replace(/\s/g, ' ');
