/** A member too small, or too far away, to be seen as land. */
export interface Marker {
  readonly member: string;
  readonly x: number;
  readonly y: number;
}

/** Pushes markers apart until none covers another, each by as little as a few rounds need; order and number stay. */
export function spread(markers: readonly Marker[], radius: number): Marker[] {
  const at = markers.map((m) => ({ ...m }));
  const apart = radius * 2.1;
  for (let round = 0; round < 40; round++) {
    let moved = false;
    for (const [i, a] of at.entries()) {
      for (const b of at.slice(i + 1)) {
        const [dx, dy] = [b.x - a.x || 0.01, b.y - a.y || 0.01];
        const distance = Math.hypot(dx, dy);
        if (distance >= apart) continue;
        const push = (apart - distance) / 2 / distance;
        a.x -= dx * push;
        a.y -= dy * push;
        b.x += dx * push;
        b.y += dy * push;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return at;
}
