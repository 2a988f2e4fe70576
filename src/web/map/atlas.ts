import type { Feature, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json';
import codes from './atlas-codes.json';

/** A piece of land with the alpha-3 code of the state that speaks for it, or null. */
export interface Land {
  readonly code: string | null;
  readonly shape: Feature<Geometry>;
}

const ATLAS: Readonly<Record<string, string>> = codes.atlas;

/** Longitude and latitude of states too small for the atlas, and of those whose middle lies elsewhere than most would look. */
export const POINTS: Readonly<Record<string, readonly number[]>> = { ...codes.points, ...codes.middles };

let lands: readonly Land[] | null = null;

/** The world's land, Natural Earth 1:110m. */
export function worldLand(): readonly Land[] {
  if (lands) return lands;
  // SAFETY: the package states that its file is a topology whose object `countries` is a collection with names.
  const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  lands = feature(topology, topology.objects.countries).features.map((shape) => ({ code: ATLAS[String(shape.id ?? shape.properties.name)] ?? null, shape }));
  return lands;
}
