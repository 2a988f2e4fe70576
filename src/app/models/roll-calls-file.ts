import { parse as parseRows } from 'csv-parse/sync';
import type { Failure } from '../../domain/failure.js';
import type { StateCode } from '../../domain/ids.js';
import { ok, type Result } from '../../domain/result.js';
import { parseState } from '../../knowledge/state-phrases.js';
import type { RollCalls, RollCallVote } from '../../model/prior/agreement.js';
import { malformed, type InputFile } from './input-file.js';
import { own } from '../../domain/own.js';

/** Roll calls of a file, and what of it could not be used. */
export interface RollCallsFile {
  readonly rollCalls: RollCalls;
  /** Names of voters that Holdout does not know; their votes are left out. */
  readonly unknownVoters: readonly string[];
}

/** Columns by which published files name a roll call, a voter and a vote, the best first. */
const CALL = ['rcid', 'rollcall', 'roll_call', 'resid', 'undl_id', 'unres', 'resolution'];
const VOTER = ['iso3', 'iso3c', 'iso_code', 'ms_code', 'country_code', 'countrycode', 'countryname', 'country_name', 'ms_name', 'country', 'member', 'state'];
const VOTE = ['vote', 'ms_vote'];

/** 1 yes, 2 abstain, 3 no, as in the data of Voeten, Strezhnev and Bailey; or the words. Absence and non-membership are no votes. */
const VOTES: Readonly<Record<string, RollCallVote | null>> = { '1': 'yes', '2': 'abstain', '3': 'no', '8': null, '9': null, '': null, na: null, y: 'yes', yes: 'yes', a: 'abstain', abstain: 'abstain', abstention: 'abstain', n: 'no', no: 'no', x: null, absent: null, 'non-voting': null };

/**
 * Roll calls of the UN General Assembly from a CSV file as published: a row for each vote, with columns for the roll call (`rcid`), the
 * country (code or name) and the vote (1 yes, 2 abstain, 3 no). Fails with one sentence that names the file, the line and what is needed.
 */
export function parseRollCalls(file: InputFile): Result<RollCallsFile, Failure> {
  const head = (file.text.split(/\r?\n/, 1)[0] ?? '').replace(/^\uFEFF/, '');
  const delimiter = head.includes('\t') ? '\t' : head.split(';').length > head.split(',').length ? ';' : ',';
  const names = head.split(delimiter).map((n) => n.trim().replace(/^"|"$/g, '').toLowerCase());
  const column = (wanted: readonly string[]): string | undefined => wanted.find((w) => names.includes(w));
  const [call, voter, vote] = [column(CALL), column(VOTER), column(VOTE)];
  if (call === undefined || voter === undefined || vote === undefined) {
    const missing = call === undefined ? `no roll call (${CALL[0] ?? ''})` : voter === undefined ? `no country (iso3 or a name${names.includes('ccode') ? '; numbers of the Correlates of War, ccode, are not known to Holdout' : ''})` : `no vote (${VOTE[0] ?? ''})`;
    return malformed(`${file.name} has ${missing} among its columns; it needs rcid, a country and vote (1 yes, 2 abstain, 3 no), one row a vote.`);
  }
  const byCall = new Map<string, Map<StateCode, RollCallVote>>();
  const known = new Map<string, StateCode | null>();
  let wrong: string | null = null;
  try {
    parseRows(file.text, {
      bom: true,
      columns: names,
      from_line: 2,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      // Votes are taken as they come: published files have a million rows, of which nothing else is kept.
      on_record: (row: Readonly<Record<string, string>>, { lines }: { readonly lines: number }) => {
        const cast = own(VOTES, (row[vote] ?? '').toLowerCase());
        if (cast === undefined) wrong ??= `${file.name} has the vote "${row[vote] ?? ''}" at line ${String(lines)}; write 1 (yes), 2 (abstain) or 3 (no).`;
        if (!cast) return null;
        const name = row[voter] ?? '';
        let state = known.get(name);
        if (state === undefined) known.set(name, (state = parseState(name)));
        if (state === null) return null;
        const id = row[call] ?? '';
        const votes = byCall.get(id) ?? new Map<StateCode, RollCallVote>();
        byCall.set(id, votes.set(state, cast));
        return null;
      },
    });
  } catch (error) {
    return malformed(`${file.name} is no CSV: ${error instanceof Error ? error.message : 'unreadable'}; correct that line.`);
  }
  if (wrong !== null) return malformed(wrong);
  if (byCall.size === 0) return malformed(`${file.name} holds no vote of a state that Holdout knows; it needs rcid, a country and vote (1 yes, 2 abstain, 3 no), one row a vote.`);
  return ok({ rollCalls: [...byCall.values()], unknownVoters: [...known].flatMap(([name, state]) => (state === null && name !== '' ? [name] : [])) });
}
