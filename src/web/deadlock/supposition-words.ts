import type { PositionStance } from '../../domain/stance.js';
import { conditionWord, t } from '../messages/index.js';
import { wordOf } from '../stances.js';
import { supposedOf, type Settings } from './suppositions.js';

const parts = (value: string | undefined): readonly string[] => (value ?? '').split(',').filter(Boolean);

/** Suppositions in words, one each: a member's stance, a condition met, a member left out, another rule, costs and chances. */
export function suppositionWords(settings: Settings, nameOf: (code: string) => string, ruleOf: (id: string) => string = (id) => id): readonly string[] {
  const pairs = (value: string | undefined, say: (name: string, amount: string) => string): readonly string[] => parts(value).map((pair) => say(nameOf(pair.split('=')[0] ?? ''), pair.split('=')[1] ?? ''));
  return [
    ...[...supposedOf(settings['assume'] ?? '')].map(([code, stance]) => t.supposing(nameOf(code), wordOf(stance as PositionStance).toLowerCase())),
    ...parts(settings['met']).map((kind) => t.supposed.met(conditionWord(kind))),
    ...parts(settings['exclude']).map((code) => t.supposed.without(nameOf(code))),
    ...(settings['rule'] ? [t.supposed.rule(ruleOf(settings['rule']))] : []),
    ...pairs(settings['cost'], t.supposed.cost),
    ...pairs(settings['chance'], t.supposed.chance),
    ...(settings['together'] ? [t.supposed.together(settings['together'])] : []),
  ];
}
