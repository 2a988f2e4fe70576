import type { Failure } from '../../domain/failure.js';
import type { IsoDate } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Register } from '../../register/index.js';
import { reportCount, situationOf } from '../reports.js';
import { statementRows } from '../statement-rows.js';
import type { Cell } from './csv.js';

/** What can be had as a flat table. */
export const TABLES = ['questions', 'documents', 'statements', 'signals', 'decisions', 'positions', 'erasures'] as const;
export type TableName = (typeof TABLES)[number];
export type Row = Readonly<Record<string, Cell>>;

/** A table of a question: its columns in order, and its rows in the order of recording. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const COLUMNS: Readonly<Record<TableName, readonly string[]>> = {
  questions: ['id', 'title', 'body', 'rule', 'date', 'option', 'proposal', 'aliases', 'members'],
  documents: ['id', 'textSha256', 'format', 'title', 'publisher', 'published', 'address', 'recordedAt', 'origin'],
  statements: ['id', 'document', 'publisher', 'published', 'recorded', 'speaker', 'speaksFor', 'attribution', 'directness', 'about', 'origin', 'quote', 'start', 'end', 'rule'],
  signals: ['id', 'statement', 'document', 'option', 'member', 'stance', 'firmness', 'confidence', 'condition', 'conditionStart', 'conditionEnd', 'reasons', 'quote', 'start', 'end', 'validFrom', 'recordedAt', 'reader', 'rule', 'origin'],
  decisions: ['id', 'action', 'author', 'note', 'recordedAt', 'member', 'option', 'stance', 'signal', 'document', 'quote', 'documents', 'validFrom'],
  positions: ['option', 'member', 'name', 'stance', 'confidence', 'contested', 'formerWords', 'origins', 'declaredBy', 'support', 'oppose', 'conditional', 'abstractSupport', 'uncommitted'],
  erasures: ['document', 'author', 'reason', 'recordedAt', 'statements', 'signals', 'decisions'],
};

/** One table of a question (`erasures` are of the whole register). Signals are those that count, after people's decisions. Fails with `question-unknown`. */
export async function tableOf(register: Register, name: TableName, questionId: string, today: IsoDate): Promise<Result<Table, Failure>> {
  const question = await register.question(questionId);
  if (!question) return err({ code: 'question-unknown', category: 'caller', message: `The register has no question "${questionId}".` });
  const rows = await rowsOf();
  return rows.ok ? ok({ columns: COLUMNS[name], rows: rows.value }) : rows;

  async function rowsOf(): Promise<Result<readonly Row[], Failure>> {
    const asked = question;
    if (!asked) return ok([]);
    switch (name) {
      case 'questions':
        return ok(asked.options.map((o) => ({ id: asked.id, title: asked.title, body: asked.body, rule: asked.rule, date: asked.date, option: o.id, proposal: o.proposal, aliases: o.aliases.join('; '), members: asked.members?.join(' ') })));
      case 'documents': {
        const situation = await situationOf(register, questionId, {}, today);
        return situation.ok ? ok([...situation.value.documents.values()].map((d) => ({ ...d, origin: situation.value.origins.of.get(d.id) }))) : situation;
      }
      case 'statements': {
        const found = await statementRows(register, { question: questionId });
        return found.ok ? ok(found.value.map((row) => ({ ...row }))) : found;
      }
      case 'signals':
        return eachOption(async (option) => {
          const s = await situationOf(register, questionId, { option }, today);
          if (!s.ok) return s;
          const texts = await register.texts(s.value.signals.map((x) => x.documentId));
          return ok(
            s.value.signals.map((x) => {
              const { condition, reasons, evidence, ...signal } = x.signal;
              const text = texts.get(x.documentId) ?? '';
              return {
                id: x.id, statement: x.statement.id, document: x.documentId, option: signal.option, member: signal.member, stance: signal.stance, firmness: signal.firmness, confidence: signal.confidence,
                condition: condition ? text.slice(condition.span.start, condition.span.end) : null, conditionStart: condition?.span.start, conditionEnd: condition?.span.end,
                reasons: reasons.map((r) => r.kind).join(' '), quote: x.quote, start: evidence[0].start, end: evidence[0].end, validFrom: x.validFrom, recordedAt: x.recordedAt, reader: x.reader, rule: signal.rule,
                origin: s.value.origins.of.get(x.documentId),
              };
            }),
          );
        });
      case 'decisions':
        return ok(
          (await register.reviews({ question: questionId })).map((r) => ({
            id: r.id, action: r.action, author: r.author, note: r.note, recordedAt: r.recordedAt,
            ...('member' in r ? { member: r.member, option: r.option } : { documents: r.documents.join(' ') }),
            ...('documentId' in r ? { document: r.documentId } : {}), ...('signalId' in r ? { signal: r.signalId } : {}),
            ...('words' in r ? { stance: r.words.signal.stance, quote: r.words.quote, validFrom: r.words.signal.asOf } : {}),
            ...(r.action === 'declare' ? { stance: r.stance, validFrom: r.validFrom } : {}),
          })),
        );
      case 'positions':
        return eachOption(async (option) => {
          const count = await reportCount(register, questionId, { option }, today);
          return count.ok
            ? ok(
                count.value.members.map(({ member, name: called, stance, confidence, contested, formerWords, origins, declared, distribution: d }) => ({
                  option, member, name: called, stance, confidence, contested, formerWords, origins, declaredBy: declared?.author,
                  support: d.support, oppose: d.oppose, conditional: d.conditional, abstractSupport: d['abstract-support'], uncommitted: d.uncommitted,
                })),
              )
            : count;
        });
      case 'erasures':
        return ok((await register.erasures()).map((e) => ({ document: e.documentId, author: e.author, reason: e.reason, recordedAt: e.recordedAt, ...e.removed })));
    }
  }

  async function eachOption(rowsFor: (option: string) => Promise<Result<readonly Row[], Failure>>): Promise<Result<readonly Row[], Failure>> {
    const all: Row[] = [];
    for (const { id } of question?.options ?? []) {
      const rows = await rowsFor(id);
      if (!rows.ok) return rows;
      all.push(...rows.value);
    }
    return ok(all);
  }
}
