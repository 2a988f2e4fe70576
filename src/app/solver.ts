import type { IntegerProgram, Solve } from '../count/integer-program.js';

let loaded: Promise<Solve> | undefined;

/**
 * The HiGHS solver. Its WebAssembly is read once, in about 30 ms, and only when somebody asks; solving is synchronous and pure from
 * then on, so the rooms that count take it as a parameter.
 */
export function loadSolver(): Promise<Solve> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Solve> {
  const { default: loadHighs } = await import('highs');
  const highs = await loadHighs();
  return (program) => {
    if (program.variables.length === 0) return program.rows.every((r) => (r.atLeast ?? 0) <= 0 && (r.atMost ?? 0) >= 0) ? [] : null;
    const solution = highs.solve(lpOf(program), { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
    if (solution.Status === 'Infeasible') return null;
    if (solution.Status !== 'Optimal') throw new Error(`HiGHS ended with "${solution.Status}"`);
    return program.variables.map((v, i) => {
      const value = solution.Columns[`x${String(i)}`]?.Primal ?? 0;
      return v.kind === 'choice' ? Math.round(value) : value;
    });
  };
}

/** The program in CPLEX's LP format. */
function lpOf({ goal, variables, rows }: IntegerProgram): string {
  const sum = (terms: readonly (readonly [number, number])[]): string => terms.map(([i, f]) => `${f < 0 ? '-' : '+'} ${String(Math.abs(f))} x${String(i)}`).join(' ') || '0 x0';
  const constraints = rows.flatMap((r, k) => [
    ...(r.atLeast === undefined ? [] : [`l${String(k)}: ${sum(r.terms)} >= ${String(r.atLeast)}`]),
    ...(r.atMost === undefined ? [] : [`m${String(k)}: ${sum(r.terms)} <= ${String(r.atMost)}`]),
  ]);
  const names = (wanted: (v: IntegerProgram['variables'][number]) => boolean, write: (i: number) => string): string[] => variables.flatMap((v, i) => (wanted(v) ? [write(i)] : []));
  return [
    goal === 'least' ? 'Minimize' : 'Maximize',
    `goal: ${sum(variables.map((v, i) => [i, v.worth] as const))}`,
    'Subject To',
    ...constraints,
    'Bounds',
    ...names((v) => v.kind === 'amount' && v.atMost !== undefined, (i) => `0 <= x${String(i)} <= ${String(variables[i]?.atMost)}`),
    'Binaries',
    ...names((v) => v.kind === 'choice', (i) => `x${String(i)}`),
    'End',
  ].join('\n');
}
