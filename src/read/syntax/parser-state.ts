/** Arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011): the moves, in class order. */
export const MOVES = ['shift', 'left', 'right'] as const;
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/** A parser configuration over the tokens [first, last) of one sentence; -1 is the root. */
export interface ParserState {
  readonly first: number;
  readonly last: number;
  readonly stack: number[];
  /** First token of the buffer. */
  next: number;
  /** Head found so far for each token of the sentence, offset by `first`; -2 while open. */
  readonly heads: Int32Array;
  readonly leftmost: Int32Array;
  readonly rightmost: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
}

export function startState(first: number, last: number): ParserState {
  const n = last - first;
  return {
    first,
    last,
    stack: [],
    next: first,
    heads: new Int32Array(n).fill(-2),
    leftmost: new Int32Array(n).fill(-1),
    rightmost: new Int32Array(n).fill(-1),
    leftCount: new Int32Array(n),
    rightCount: new Int32Array(n),
  };
}

export const isDone = (s: ParserState): boolean => s.next >= s.last && s.stack.length <= 1;

/** Whether a move can be made: left needs a buffer, right needs two on the stack. */
export function isLegal(s: ParserState, move: number): boolean {
  if (move === SHIFT) return s.next < s.last;
  if (move === LEFT) return s.stack.length > 0 && s.next < s.last;
  return s.stack.length > 1;
}

function attach(s: ParserState, child: number, head: number): void {
  s.heads[child - s.first] = head;
  const h = head - s.first;
  if (child < head) {
    if ((s.leftmost[h] as number) < 0 || child < (s.leftmost[h] as number)) s.leftmost[h] = child;
    s.leftCount[h] = (s.leftCount[h] as number) + 1;
  } else {
    if (child > (s.rightmost[h] as number)) s.rightmost[h] = child;
    s.rightCount[h] = (s.rightCount[h] as number) + 1;
  }
}

/** Makes a legal move in place. */
export function applyMove(s: ParserState, move: number): void {
  if (move === SHIFT) {
    s.stack.push(s.next);
    s.next += 1;
    return;
  }
  const child = s.stack.pop();
  if (child === undefined) return;
  if (move === LEFT) attach(s, child, s.next);
  else attach(s, child, s.stack[s.stack.length - 1] as number);
}
