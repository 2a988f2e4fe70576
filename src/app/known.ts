import { knownRules, resolveRule } from '../count/rules.js';
import type { IsoDate } from '../domain/ids.js';
import { allBodies, rosterAt } from '../knowledge/bodies.js';
import { knownStates, stateName } from '../knowledge/state-phrases.js';

/** What a question can be made of. */
export interface Known {
  /** Bodies with their members on the day and the rule they decide by when none is named. */
  readonly bodies: readonly { readonly id: string; readonly name: string; readonly members: number; readonly rule: string }[];
  /** Rules in force on the day; `bodies` has `*` for one that any body may use. */
  readonly rules: readonly { readonly id: string; readonly title: string; readonly source: string; readonly bodies: readonly string[] }[];
  /** Names of all states, by code. */
  readonly states: Readonly<Record<string, string>>;
}

/** The bodies, decision rules and states that Holdout knows, on a day. */
export function knownOn(today: IsoDate): Known {
  return {
    bodies: allBodies().map((body) => {
      const roster = rosterAt(body, today);
      const rule = resolveRule(body.id, undefined, today, roster);
      return { id: body.id, name: body.name, members: roster.length, rule: rule.ok ? rule.value.id : '' };
    }),
    rules: knownRules.filter((r) => r.until === undefined || r.until > today).map(({ id, title, source, bodies }) => ({ id, title, source, bodies })),
    states: Object.fromEntries(knownStates().map((code) => [code, stateName(code)])),
  };
}
