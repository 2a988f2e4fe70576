import groups from '../../knowledge/lexicons/group-names.json' with { type: 'json' };
import { parseStateCode, type StateCode } from '../domain/ids.js';

const byName = new Map<string, readonly StateCode[]>();
for (const g of groups.groups) {
  const members = g.members.flatMap((m) => parseStateCode(m) ?? []);
  for (const n of g.names) byName.set(n.toLowerCase(), members);
}

/** Members of a group that news prose names as one ("the Baltic states", "Benelux"); null when the words name none. */
export function findGroup(words: string): readonly StateCode[] | null {
  const w = words.toLowerCase().replace(/^(?:all |both )?(?:the |its |these )?(?:two |three |four |five |all )?/, '').replace(/[’']s?$/, '').trim();
  return byName.get(w) ?? null;
}

/** Lower-case names of the groups that a state belongs to. */
export const groupsWith = (state: StateCode): string[] => [...byName].flatMap(([name, members]) => (members.includes(state) ? [name] : []));
