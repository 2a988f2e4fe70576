/** Bits of a claim: another attribution's source, cue or content. */
const PARTS_CLAIMED = 3;

/** Which tokens the first analyses of a text's likely cues take, and for what. */
export class Claims {
  /** By part (source, cue, content) and token: the first two cues that claim it, -1 for none. */
  private readonly first: Int32Array;
  private readonly second: Int32Array;

  constructor(private readonly tokens: number) {
    this.first = new Int32Array(tokens * PARTS_CLAIMED).fill(-1);
    this.second = new Int32Array(tokens * PARTS_CLAIMED).fill(-1);
  }

  /** Enters the analysis of a cue whose window starts at token `from`. */
  enter(cue: number, from: number, labels: Uint8Array): void {
    for (let k = 0; k < labels.length; k++) {
      const part = labels[k] as number;
      if (part === 0) continue;
      const at = (part - 1) * this.tokens + from + k;
      if (this.first[at] === -1) this.first[at] = cue;
      else if (this.second[at] === -1) this.second[at] = cue;
    }
  }

  /** What cues other than `cue` claim token `i` for, as bits: 1 source, 2 cue, 4 content. */
  on(i: number, cue: number): number {
    if (i < 0 || i >= this.tokens) return 8;
    let bits = 0;
    for (let part = 0; part < PARTS_CLAIMED; part++) {
      const owner = this.first[part * this.tokens + i] as number;
      if (owner !== -1 && (owner !== cue || this.second[part * this.tokens + i] !== -1)) bits |= 1 << part;
    }
    return bits;
  }
}
