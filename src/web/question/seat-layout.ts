/** Where one seat stands, in the units of the picture (CSS pixels at its own size). */
export interface Seat {
  readonly x: number;
  readonly y: number;
}

export interface SeatLayout {
  readonly seats: readonly Seat[];
  /** Side or diameter of a seat. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
  /** Middle and half-width of the free room in a half-round chamber; null in a block. */
  readonly hollow: { readonly x: number; readonly y: number; readonly radius: number } | null;
}

const LARGEST = 62;
const GAP = 0.12;

/** Seats that fit a row of a half circle: as many steps of `pitch` as its arc holds. */
const inRow = (radius: number, pitch: number): number => Math.floor((Math.PI * radius) / pitch) + 1;

const radii = (outer: number, pitch: number, rows: number): number[] => Array.from({ length: rows }, (_, i) => outer - pitch / 2 - i * pitch);

/** The widest pitch at which `count` seats stand in `rows` half circles around a hollow of at least a third of the radius. */
function widestPitch(count: number, outer: number, rows: number): number {
  let [low, high] = [1, Math.min(LARGEST * (1 + GAP), (outer * 0.67) / rows)];
  const fits = (pitch: number): boolean => radii(outer, pitch, rows).reduce((n, r) => n + inRow(r, pitch), 0) >= count;
  if (!fits(low)) return 0;
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Shares `count` seats among rows by their length, whole numbers that add up. */
function shares(count: number, lengths: readonly number[]): number[] {
  const total = lengths.reduce((a, b) => a + b, 0);
  const exact = lengths.map((l) => (count * l) / total);
  const out = exact.map(Math.floor);
  const byRest = exact.map((e, i) => [e - Math.floor(e), i] as const).sort((a, b) => b[0] - a[0]);
  let left = count - out.reduce((a, b) => a + b, 0);
  for (const [, i] of byRest) {
    if (left-- <= 0) break;
    out[i] = (out[i] ?? 0) + 1;
  }
  return out;
}

/** A half-round chamber, seats in order from the left to the right side of the house. */
export function halfRound(count: number, width: number): SeatLayout {
  const outer = width / 2;
  let [rows, pitch] = [1, 0];
  for (let r = 1; r <= 12; r++) {
    const p = widestPitch(count, outer, r);
    if (p > pitch + 0.01) [rows, pitch] = [r, p];
  }
  const size = pitch / (1 + GAP);
  const rings = radii(outer, pitch, rows);
  const each = shares(count, rings);
  const placed = rings.flatMap((radius, row) => {
    const n = each[row] ?? 0;
    return Array.from({ length: n }, (_, i) => ({ angle: n === 1 ? Math.PI / 2 : Math.PI - (Math.PI * i) / (n - 1), radius }));
  });
  placed.sort((a, b) => b.angle - a.angle || a.radius - b.radius);
  const base = outer - pitch / 2 + size / 2;
  const inner = (rings[rings.length - 1] ?? outer) - pitch / 2;
  return {
    seats: placed.map(({ angle, radius }) => ({ x: outer + radius * Math.cos(angle), y: base - radius * Math.sin(angle) })),
    size,
    width,
    height: base + size / 2,
    hollow: { x: outer, y: base + size / 2, radius: inner },
  };
}

/** Rows of seats from left to right, for narrow pages; a new group begins a new row where there is room for that. */
export function block(groups: readonly number[], width: number): SeatLayout {
  const size = width < 420 ? 42 : 48;
  const pitch = size * (1 + GAP);
  const columns = Math.max(1, Math.floor((width + size * GAP) / pitch));
  const total = groups.reduce((a, b) => a + b, 0);
  const apart = total <= 60;
  const seats: Seat[] = [];
  let [column, row] = [0, 0];
  for (const count of groups) {
    for (let i = 0; i < count; i++) {
      if (column === columns) [column, row] = [0, row + 1];
      seats.push({ x: size / 2 + column * pitch, y: size / 2 + row * pitch });
      column += 1;
    }
    if (apart && count > 0) [column, row] = [0, row + 1];
  }
  const last = seats[seats.length - 1];
  return { seats, size, width, height: last ? last.y + size / 2 : 0, hollow: null };
}
