import data from '../../knowledge/bodies.json' with { type: 'json' };
import { parseStateCode, type IsoDate, type StateCode } from '../domain/ids.js';

/** A council of states with its members over time. */
export interface Body {
  readonly id: string;
  readonly name: string;
  /** Lower-case names and abbreviations. */
  readonly names: readonly string[];
  /** Words by which a text calls the body or its members ("alliance", "allies"). */
  readonly memberWords: readonly string[];
  readonly members: readonly { readonly state: string; readonly from: string; readonly to?: string }[];
  readonly source: string;
}

const BODIES: readonly Body[] = data.bodies;

export const allBodies = (): readonly Body[] => BODIES;

/** The body a name means, whatever its case and article; null when unknown. */
export function resolveBody(name: string): Body | null {
  const wanted = name.trim().toLowerCase().replace(/^the /, '');
  return BODIES.find((b) => b.id === wanted || b.names.includes(wanted) || b.name.toLowerCase() === wanted) ?? null;
}

/** Members on a day, in the order of their codes; empty before the body existed. */
export function rosterAt(body: Body, date: IsoDate): StateCode[] {
  return [...new Set(body.members.filter((m) => m.from <= date && (m.to === undefined || date < m.to)).flatMap((m) => parseStateCode(m.state) ?? []))].sort();
}
