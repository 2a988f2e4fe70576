import type { Sha256 } from '../../domain/ids.js';
import type { OriginGroup } from '../../domain/report.js';
import type { DocumentSummary, StoredStatement } from '../../domain/stored.js';
import { Groups } from './groups.js';
import { nearDuplicates } from './near-duplicates.js';

/** Days within which a document that credits an outlet is taken to repeat that outlet's own report. */
const REPEAT_DAYS = 45;
const DAY_MS = 86_400_000;

/** What a person decided of origins, in the order of deciding: a later decision on a document outranks an earlier one. */
export interface OriginDecision {
  readonly action: 'merge' | 'split';
  readonly documents: readonly Sha256[];
  readonly author: string;
  readonly note: string;
}

/** What tells origins apart. */
export interface OriginEvidence {
  readonly documents: readonly DocumentSummary[];
  readonly statements: readonly StoredStatement[];
  /** MinHash sketches by document; a document without one is compared by its hash alone. */
  readonly sketches?: ReadonlyMap<Sha256, readonly number[]>;
  readonly decisions?: readonly OriginDecision[];
  /** Documents that stood at one address after one another: versions of one page. */
  readonly versions?: readonly (readonly Sha256[])[];
}

export interface Origins {
  /** Opaque key of the origin that each document's claims go back to. */
  readonly of: ReadonlyMap<Sha256, string>;
  /** Origins that stand behind more than one document, with the reasons. */
  readonly groups: readonly OriginGroup[];
}

interface Link {
  readonly document: Sha256;
  /** Another document's key, or an outlet's. */
  readonly to: string;
  readonly reason: string;
}

const fold = (name: string): string => name.toLowerCase().replace(/^the /, '').trim();
const keyOf = (id: Sha256): string => `document:${id}`;

/**
 * The origins behind documents: versions of one page share one, texts with the same or nearly the same words too, a document that credits an outlet ("first reported
 * by …") shares that outlet's, and a person may merge and split. Every other document is an origin of its own. Linear in its input but for
 * the articles of one outlet.
 */
export function originsOf(evidence: OriginEvidence): Origins {
  const { documents } = evidence;
  const decided = decisionsInForce(evidence.decisions ?? []);
  const groups = new Groups();
  const links: Link[] = [];
  const link = (document: Sha256, to: string, reason: string): void => {
    groups.join(keyOf(document), to);
    links.push({ document, to, reason });
  };
  const name = namesOf(documents);
  for (const machine of [...sameWords(evidence, name), ...otherVersions(evidence, name), ...credits(evidence, name)]) {
    if (!decided.split.has(machine.document) && !decided.split.has(machine.to.slice('document:'.length) as Sha256))
      link(machine.document, machine.to, machine.reason);
  }
  const known = new Set(documents.map(({ id }) => id));
  for (const { documents: merged, author, note } of decided.merges) {
    const [first, ...rest] = merged.filter((id) => known.has(id));
    for (const id of rest)
      if (first !== undefined)
        link(id, keyOf(first), `${author} merged it with ${name(first)}${note === '' ? '' : `: ${note}`}`);
  }
  const of = new Map(documents.map(({ id }) => [id, groups.of(keyOf(id))]));
  return { of, groups: groupsOf(documents, of, links) };
}

/** The last word on each document: split off, or merged. A merge of documents of which one was split off later keeps the others. */
function decisionsInForce(decisions: readonly OriginDecision[]): {
  split: ReadonlySet<Sha256>;
  merges: readonly OriginDecision[];
} {
  const split = new Set<Sha256>();
  let merges: OriginDecision[] = [];
  for (const decision of decisions) {
    if (decision.action === 'merge') {
      merges.push(decision);
      continue;
    }
    for (const id of decision.documents) split.add(id);
    merges = merges.map((m) => ({ ...m, documents: m.documents.filter((id) => !decision.documents.includes(id)) }));
  }
  return { split, merges };
}

/** What was found among documents that were asked about before: a question's history asks of the same ones for each of its days. */
const found = new WeakMap<readonly DocumentSummary[], { readonly sketches: OriginEvidence['sketches']; readonly links: readonly Link[] }>();

function sameWords(evidence: OriginEvidence, name: (id: Sha256) => string): readonly Link[] {
  const known = found.get(evidence.documents);
  if (known && known.sketches === evidence.sketches) return known.links;
  const links = comparedWords(evidence, name);
  found.set(evidence.documents, { sketches: evidence.sketches, links });
  return links;
}

function comparedWords({ documents, sketches }: OriginEvidence, name: (id: Sha256) => string): Link[] {
  const links: Link[] = [];
  const firstOf = new Map<string, Sha256>();
  const distinct: Sha256[] = [];
  for (const { id, textSha256 } of documents) {
    const first = firstOf.get(textSha256);
    if (first === undefined) {
      firstOf.set(textSha256, id);
      distinct.push(id);
    } else links.push({ document: id, to: keyOf(first), reason: `it has the same words as ${name(first)}` });
  }
  for (const { a, b, share } of nearDuplicates(distinct.map((id) => [id, sketches?.get(id) ?? []] as const)))
    links.push({
      document: b,
      to: keyOf(a),
      reason: `it shares about ${Math.round(share * 100)}% of its wording with ${name(a)}`,
    });
  return links;
}

function otherVersions({ documents, versions = [] }: OriginEvidence, name: (id: Sha256) => string): Link[] {
  const known = new Set(documents.map(({ id }) => id));
  return versions.flatMap((ids) => {
    const [first, ...rest] = ids.filter((id) => known.has(id));
    return first === undefined
      ? []
      : rest.map((id) => ({ document: id, to: keyOf(first), reason: `it is another version of ${name(first)}` }));
  });
}

function credits({ documents, statements }: OriginEvidence, name: (id: Sha256) => string): Link[] {
  const byId = new Map(documents.map((d) => [d.id, d]));
  const byPublisher = new Map<string, DocumentSummary[]>();
  for (const d of documents) {
    if (d.publisher === undefined) continue;
    const articles = byPublisher.get(fold(d.publisher));
    if (articles) articles.push(d);
    else byPublisher.set(fold(d.publisher), [d]);
  }
  const credited = new Map<Sha256, string>();
  for (const { documentId, statement } of statements) {
    const publisher = byId.get(documentId)?.publisher ?? '';
    if (statement.origin && !credited.has(documentId) && fold(statement.origin.name) !== fold(publisher))
      credited.set(documentId, statement.origin.name);
  }
  return documents.flatMap((d): Link[] => {
    const outlet = credited.get(d.id);
    if (outlet === undefined) return [];
    const original = byPublisher.get(fold(outlet))?.find((x) => x.id !== d.id && near(x.published, d.published));
    return original === undefined
      ? [{ document: d.id, to: `outlet:${fold(outlet)}`, reason: `it credits ${outlet}` }]
      : [
          {
            document: d.id,
            to: keyOf(original.id),
            reason: `it credits ${outlet}, whose report is ${name(original.id)}`,
          },
        ];
  });
}

function groupsOf(
  documents: readonly DocumentSummary[],
  of: ReadonlyMap<Sha256, string>,
  links: readonly Link[],
): OriginGroup[] {
  const members = new Map<string, Sha256[]>();
  const reasons = new Map<Sha256, string[]>();
  for (const { document, reason } of links) reasons.set(document, [...(reasons.get(document) ?? []), reason]);
  for (const { id } of documents) {
    const key = of.get(id) ?? id;
    const group = members.get(key);
    if (group) group.push(id);
    else members.set(key, [id]);
  }
  return [...members.values()]
    .filter((ids) => ids.length > 1)
    .map((ids) => ({
      documents: ids,
      reasons: ids.flatMap((id) => (reasons.get(id) ?? []).map((reason) => ({ documentId: id, reason }))),
    }));
}

function namesOf(documents: readonly DocumentSummary[]): (id: Sha256) => string {
  const byId = new Map(documents.map((d) => [d.id, d]));
  return (id) => {
    const d = byId.get(id);
    const title = d?.title === undefined ? '' : `“${d.title}”`;
    return (
      [title, d?.publisher === undefined ? '' : `in ${d.publisher}`].filter(Boolean).join(' ') ||
      `document ${id.slice(0, 12)}`
    );
  };
}

const near = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || Math.abs(Date.parse(a) - Date.parse(b)) <= REPEAT_DAYS * DAY_MS;
