import { expect, test } from 'vitest';
import conditions from '../../../knowledge/lexicons/condition-kinds.json' with { type: 'json' };
import reasons from '../../../knowledge/lexicons/reasons.json' with { type: 'json' };
import { kinds } from './en-kinds.js';

test('every kind of condition and reason in the lexicons has words on the page', () => {
  expect(conditions.kinds.map((k) => k.kind).filter((kind) => !(kind in kinds.conditionKinds))).toEqual([]);
  expect(Object.keys(reasons.kinds).filter((kind) => !(kind in kinds.reasonKinds))).toEqual([]);
});
