import type { Sha256 } from '../domain/ids.js';
import type { DocumentSummary, StoredStatement } from '../domain/stored.js';

/** Days within which a document that credits an outlet is taken to repeat that outlet's own report. */
const REPEAT_DAYS = 45;
const DAY_MS = 86_400_000;

const fold = (name: string): string => name.toLowerCase().replace(/^the /, '').trim();

/**
 * The origin that each document's claims go back to: documents with the same words share one, and a document that credits an
 * outlet ("first reported by …") shares that outlet's. Every other document is an origin of its own. Keys are opaque.
 */
export function originsOf(documents: readonly DocumentSummary[], statements: readonly StoredStatement[]): ReadonlyMap<Sha256, string> {
  const credited = new Map<Sha256, string>();
  for (const s of statements) {
    const origin = s.statement.origin;
    const publisher = documents.find((d) => d.id === s.documentId)?.publisher ?? '';
    if (origin && fold(origin.name) !== fold(publisher) && !credited.has(s.documentId)) credited.set(s.documentId, fold(origin.name));
  }
  const byText = new Map<string, string>();
  const own = new Map<Sha256, string>();
  for (const d of documents) {
    const key = byText.get(d.textSha256) ?? `document:${d.id}`;
    byText.set(d.textSha256, key);
    own.set(d.id, key);
  }
  const out = new Map<Sha256, string>();
  for (const d of documents) {
    const outlet = credited.get(d.id);
    if (outlet === undefined) {
      out.set(d.id, own.get(d.id) ?? d.id);
      continue;
    }
    const original = documents.find((x) => x.id !== d.id && x.publisher !== undefined && fold(x.publisher) === outlet && near(x.published, d.published));
    out.set(d.id, original ? (own.get(original.id) ?? original.id) : `outlet:${outlet}`);
  }
  return out;
}

const near = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || Math.abs(Date.parse(a) - Date.parse(b)) <= REPEAT_DAYS * DAY_MS;

const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];
const count = (n: number, one: string, many: string): string => `${WORDS[n] ?? String(n)} ${n === 1 ? one : many}`;

/** "Four articles, three origins." */
export function independenceSentence(articles: number, origins: number): string {
  return `${count(articles, 'article', 'articles')}, ${count(origins, 'origin', 'origins').toLowerCase()}.`;
}
