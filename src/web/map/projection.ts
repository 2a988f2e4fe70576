import { geoAzimuthalEqualArea, geoCentroid, geoEqualEarth, type GeoProjection } from 'd3-geo';
import { POINTS, worldLand } from './atlas.js';

export type Region = 'europe' | 'world';

const EUROPE = { west: -25, east: 45, south: 33, north: 72 } as const;

/** Longitude and latitude of a state's middle, or null for one that no map shows. */
export function middleOf(code: string): readonly [number, number] | null {
  const point = POINTS[code];
  if (point) return [point[0] ?? 0, point[1] ?? 0];
  const land = worldLand().find((l) => l.code === code);
  return land ? geoCentroid(land.shape) : null;
}

const inEurope = (at: readonly [number, number] | null): boolean => at !== null && at[0] > EUROPE.west && at[0] < EUROPE.east && at[1] > EUROPE.south && at[1] < EUROPE.north;

/** The map that a body's members are best seen on: Europe when three quarters of them are there. */
export function regionOf(members: readonly string[]): Region {
  const there = members.filter((m) => inEurope(middleOf(m))).length;
  return there >= members.length * 0.75 ? 'europe' : 'world';
}

/** Equal-area projections, so that no member looks larger than it is; fitted to a picture of the given size. */
export function projectionOf(region: Region, width: number, height: number): GeoProjection {
  const extent: [[number, number], [number, number]] = [
    [1, 1],
    [width - 1, height - 1],
  ];
  if (region === 'world') return geoEqualEarth().fitExtent(extent, { type: 'Sphere' });
  const frame: [number, number][] = [
    [-22, 36],
    [-9, 35],
    [36, 34.5],
    [45, 39],
    [38, 70],
    [28, 71.5],
    [-24, 65],
  ];
  return geoAzimuthalEqualArea()
    .rotate([-13, -53])
    .fitExtent(extent, { type: 'MultiPoint', coordinates: frame })
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}
