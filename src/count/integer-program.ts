/** A linear program some of whose variables are yes-or-no: what a solver is asked. Every variable is 0 or more. */
export interface IntegerProgram {
  readonly goal: 'least' | 'most';
  readonly variables: readonly ProgramVariable[];
  readonly rows: readonly ProgramRow[];
}

export interface ProgramVariable {
  /** What one unit adds to the goal. */
  readonly worth: number;
  /** `choice`: 0 or 1; `amount`: any number from 0 to `atMost`. */
  readonly kind: 'choice' | 'amount';
  readonly atMost?: number;
}

/** Σ factor · variable, at least or at most so much, or both. */
export interface ProgramRow {
  /** Index of a variable and its factor. */
  readonly terms: readonly (readonly [variable: number, factor: number])[];
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Values of the variables at an optimum, choices as exactly 0 or 1; null when nothing satisfies every row. */
export type Solve = (program: IntegerProgram) => readonly number[] | null;
