import { describe, expect, it } from 'vitest';
import { parseUncertain } from '../../src/app/models/actors-file.js';
import { bargainFile } from '../../src/app/models/bargain-file.js';
import type { BargainReport, BargainRequest } from '../../src/app/models/bargain-report.js';
import { emission } from '../model/emission.js';

const csv = `name,capability,position,salience\n${emission.map((a) => [a.name, a.capability, a.position, a.salience].join()).join('\n')}\n`;
const report = (name: string, text: string, request: BargainRequest = {}): BargainReport => {
  const r = bargainFile({ name, text }, request);
  if (!r.ok) throw new Error(r.error.message);
  return r.value;
};

describe('bargaining among the actors of a file', () => {
  it('reproduces the replication’s first round from CSV, named parameter by named parameter', () => {
    const r = report('emission.csv', csv, { set: 'probabilityDenominator=all-pairs,offerSelection=replication,rounds=1' });
    expect(r.forecast?.[0]).toBeCloseTo(8.4159, 4);
    expect(r.parameters).toMatchObject({ probabilityDenominator: 'all-pairs', offerSelection: 'replication', q: 1, t: 'median', rounds: 1 });
    expect(r.baselines[0]!.median).toEqual({ position: 7, upTo: 7 });
    expect(r.baselines[0]!.mean).toBeCloseTo(5003 / 677, 12);
    const distance = r.rounds.flatMap((x) => x.moves).reduce((s, m) => s + Math.abs(m.to[0]! - m.from[0]!), 0);
    expect(r.pressure.reduce((s, p) => s + p.distance, 0)).toBeCloseTo(distance, 12);
  });

  it('takes JSON and YAML alike, with the model and parameters in the file, which the request outranks', () => {
    const yaml = `model: nash\nparameters: {loss: quadratic, disagreement: 'payoff:-1e9'}\nactors:\n${emission.map((a) => `  - {name: ${a.name}, position: ${String(a.position)}, capability: ${String(a.capability)}, salience: ${String(a.salience)}}`).join('\n')}\n`;
    expect(report('a.yaml', yaml).forecast?.[0]).toBeCloseTo(5003 / 677, 5);
    expect(report('a.yaml', yaml, { model: 'median' }).forecast).toEqual([7]);
    expect(report('b.json', JSON.stringify(emission), { model: 'mean' }).forecast?.[0]).toBeCloseTo(5003 / 677, 12);
  });

  it('runs uncertain inputs by seed, with an interval around the forecast', () => {
    const uncertain = 'name;capability;position;salience\nA;1;0..2..4;0.5\nB;1±0.2;10;0.2..0.5..0.9\nC;2;6;0.5\n';
    const a = report('u.csv', uncertain, { runs: '200', seed: '3' });
    expect(report('u.csv', uncertain, { runs: '200', seed: '3' })).toEqual(a);
    expect(report('u.csv', uncertain, { runs: '200', seed: '4' }).simulation).not.toEqual(a.simulation);
    const q = a.simulation!.dimensions[0]!.quantiles.map((x) => x.value);
    expect([...q].sort((x, y) => x - y)).toEqual(q);
    expect(report('u.csv', uncertain).simulation?.runs).toBe(1000);
    expect(report('emission.csv', csv).simulation).toBeNull();
  });

  it('KTAB takes several dimensions and gives its first-turn matrices', () => {
    const two = 'name,capability,position1,position2,salience1,salience2\nA,1,0,0,0.5,0.5\nB,2,1,1,0.5,0.5\n';
    const r = report('two.csv', two, { model: 'ktab', seed: '5' });
    expect(r.forecast).toHaveLength(2);
    expect(r.matrices?.distances[0]?.[1]).toBeCloseTo(1, 12);
  });

  it.each([
    ['a salience in per cent', 'c.csv', 'name,capability,position,salience\nA,1,2,80\n', {}, /c\.csv.*entry 1, salience.*"80".*divide percentages/],
    ['a missing capability', 'd.yaml', '- {name: A, position: 1, salience: 1}\n', {}, /d\.yaml: the actor "A" has no capability/],
    ['an actor named twice', 'e.csv', 'name,capability,position,salience\nA,1,2,1\nA,1,2,1\n', {}, /"A" twice/],
    ['broken YAML', 'f.yaml', 'actors: [oops', {}, /f\.yaml is neither YAML nor JSON.*line 1/],
    ['a ragged CSV', 'g.csv', 'name,position\nA,1,2,3\n', {}, /g\.csv is no CSV.*line 2/],
    ['an interval turned round', 'h.csv', 'name,capability,position,salience\nA,1,5..2..1,1\n', {}, /"5\.\.2\.\.1" is no position/],
    ['an unknown parameter', 'i.csv', csv, { set: 'zeal=3' }, /no parameter "zeal"; it has: probabilityDenominator/],
    ['a parameter out of range', 'i.csv', csv, { set: 'q=2' }, /Q must lie in 0–1/],
    ['a parameter that is no pair', 'i.csv', csv, { set: 'q' }, /"q" is none/],
    ['runs that are no number', 'i.csv', csv, { runs: 'many' }, /--runs is "many"/],
    ['two dimensions for the challenge model', 'j.csv', 'name,capability,position1,position2,salience1,salience2\nA,1,0,0,0.5,0.5\nB,2,1,1,0.5,0.5\n', {}, /takes one dimension and j\.csv has 2/],
    ['dimensions that differ', 'k.yaml', '- {name: A, position: [1, 2], capability: 1, salience: 1}\n', {}, /2 positions and 1 saliences/],
  ])('%s is refused in one sentence', (_, name, text, request, message) => {
    const r = bargainFile({ name, text }, request);
    expect(r).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) } });
    expect(r.ok ? '' : r.error.message).not.toContain('\n');
  });

  it.each([
    ['4', 4], ['-1.5e2', -150], ['3..4..6', { low: 3, mode: 4, high: 6 }], ['4±0.5', { mean: 4, sd: 0.5 }], ['4 +- 0.5', { mean: 4, sd: 0.5 }], ['4..6', null], ['four', null], ['4±-1', null],
  ])('reads the input %s', (text, value) => {
    expect(parseUncertain(text)).toEqual(value);
  });
});
