import type { IsoDate, StateCode } from '../../domain/ids.js';
import { HOLDOUT_STANCES, type Stance } from '../../domain/stance.js';
import { stateName } from '../../knowledge/state-phrases.js';
import type { Register } from '../../register/index.js';
import { applyReviews } from '../review/apply-reviews.js';

/** A discourse network: members and the reasons they give. */
export interface Network {
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly kind: 'member' | 'reason' }[];
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    /** Number of signals in which the member gives the reason. */
    readonly weight: number;
    /** On which side it gives it; `mixed` when on both. */
    readonly side: 'for' | 'against' | 'mixed';
  }[];
}

const against = (stance: Stance): boolean => (HOLDOUT_STANCES as readonly Stance[]).includes(stance);

/**
 * The actor–reason network of a question's first or given option, after people's decisions; empty when no reasons were read.
 * @param asOf only what was said on or before this day
 */
export async function reasonNetwork(register: Register, question: string, option?: string, asOf?: IsoDate): Promise<Network> {
  const asked = await register.question(question);
  const chosen = option ?? asked?.options[0].id ?? '';
  const [machine, reviews] = await Promise.all([
    register.signals({ question, option: chosen, ...(asOf ? { asOf } : {}) }),
    register.reviews({ question }),
  ]);
  const edges = new Map<string, Network['edges'][number]>();
  const members = new Set<StateCode>();
  const reasons = new Set<string>();
  for (const { signal } of applyReviews(machine, reviews, chosen, asOf).signals) {
    for (const kind of new Set(signal.reasons.map((r) => r.kind))) {
      members.add(signal.member);
      reasons.add(kind);
      const key = `${signal.member} ${kind}`;
      const side = against(signal.stance) ? 'against' : 'for';
      const known = edges.get(key);
      edges.set(key, {
        source: `member:${signal.member}`,
        target: `reason:${kind}`,
        weight: (known?.weight ?? 0) + 1,
        side: known === undefined || known.side === side ? side : 'mixed',
      });
    }
  }
  return {
    nodes: [
      ...[...members].sort().map((m) => ({ id: `member:${m}`, label: stateName(m), kind: 'member' as const })),
      ...[...reasons].sort().map((r) => ({ id: `reason:${r}`, label: r, kind: 'reason' as const })),
    ],
    edges: [...edges.values()],
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const xml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

/** The network as GraphML, which igraph, networkx, visone and Gephi read. */
export const toGraphml = ({ nodes, edges }: Network): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '<key id="label" for="node" attr.name="label" attr.type="string"/>',
    '<key id="kind" for="node" attr.name="kind" attr.type="string"/>',
    '<key id="weight" for="edge" attr.name="weight" attr.type="double"/>',
    '<key id="side" for="edge" attr.name="side" attr.type="string"/>',
    '<graph edgedefault="undirected">',
    ...nodes.map(
      (n) => `<node id="${xml(n.id)}"><data key="label">${xml(n.label)}</data><data key="kind">${n.kind}</data></node>`,
    ),
    ...edges.map(
      (e) =>
        `<edge source="${xml(e.source)}" target="${xml(e.target)}"><data key="weight">${String(e.weight)}</data><data key="side">${e.side}</data></edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');

/** The network as GEXF 1.3, Gephi's own format. */
export const toGexf = ({ nodes, edges }: Network): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '<graph defaultedgetype="undirected">',
    '<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>',
    '<attributes class="edge"><attribute id="side" title="side" type="string"/></attributes>',
    '<nodes>',
    ...nodes.map(
      (n) =>
        `<node id="${xml(n.id)}" label="${xml(n.label)}"><attvalues><attvalue for="kind" value="${n.kind}"/></attvalues></node>`,
    ),
    '</nodes>',
    '<edges>',
    ...edges.map(
      (e, i) =>
        `<edge id="${String(i)}" source="${xml(e.source)}" target="${xml(e.target)}" weight="${String(e.weight)}"><attvalues><attvalue for="side" value="${e.side}"/></attvalues></edge>`,
    ),
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n');
