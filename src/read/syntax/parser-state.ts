/**
 * Arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011). Shift: the first buffer token goes on the stack.
 * Left: the top of the stack becomes a child of the first buffer token. Right: it becomes a child of the token below it.
 */
export const MOVES = ['shift', 'left', 'right'] as const;
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/** A parser configuration over the tokens [first, last) of one sentence; arrays by token are offset by `first`. */
export class ParserState {
  readonly stack: Int32Array;
  depth = 0;
  /** First token of the buffer. */
  next: number;
  /** Head found so far, -1 while open. */
  readonly heads: Int32Array;
  /** Class number of the label of the arc to the head, -1 while open. */
  readonly labels: Int32Array;
  readonly leftmost: Int32Array;
  readonly rightmost: Int32Array;
  /** Second outermost children. */
  readonly leftmost2: Int32Array;
  readonly rightmost2: Int32Array;
  /** Order-free hashes of the labels of the children on each side. */
  readonly leftLabels: Int32Array;
  readonly rightLabels: Int32Array;

  constructor(readonly first: number, readonly last: number) {
    const n = last - first;
    this.next = first;
    this.stack = new Int32Array(n);
    this.heads = new Int32Array(n).fill(-1);
    this.labels = new Int32Array(n).fill(-1);
    this.leftmost = new Int32Array(n).fill(-1);
    this.rightmost = new Int32Array(n).fill(-1);
    this.leftmost2 = new Int32Array(n).fill(-1);
    this.rightmost2 = new Int32Array(n).fill(-1);
    this.leftLabels = new Int32Array(n);
    this.rightLabels = new Int32Array(n);
  }

  /** All read and one token left, the root. */
  get done(): boolean {
    return this.next >= this.last && this.depth <= 1;
  }

  /** Whether a move can be made: shift and left need a buffer, left one token on the stack, right two. */
  isLegal(move: number): boolean {
    if (move === RIGHT) return this.depth > 1;
    return this.next < this.last && (move === SHIFT || this.depth > 0);
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  /** Token that a left or right move would attach, and to which. */
  get child(): number {
    return this.stack[this.depth - 1] as number;
  }
  headFor(move: number): number {
    return move === LEFT ? this.next : (this.stack[this.depth - 2] as number);
  }

  /** Makes a legal left or right move with a label. */
  attach(move: number, label: number): void {
    const child = this.child;
    const head = this.headFor(move);
    const c = child - this.first;
    const h = head - this.first;
    this.depth -= 1;
    this.heads[c] = head;
    this.labels[c] = label;
    const mark = Math.imul(label + 2, 0x9e3779b1);
    if (move === LEFT) {
      // Left children come from the inside out.
      this.leftmost2[h] = this.leftmost[h] as number;
      this.leftmost[h] = child;
      this.leftLabels[h] = ((this.leftLabels[h] as number) ^ mark) | 1;
    } else {
      this.rightmost2[h] = this.rightmost[h] as number;
      this.rightmost[h] = child;
      this.rightLabels[h] = ((this.rightLabels[h] as number) ^ mark) | 1;
    }
  }
}
