import type { Failure } from '../../domain/failure.js';
import type { IsoDate, Sha256, StateCode } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Stance } from '../../domain/stance.js';
import type { Register } from '../../register/index.js';
import { situationOf } from '../reports.js';
import { reportVersions, type VersionReport } from './report-versions.js';

/** A signal whose words the newest version of its page lacks. */
export interface VanishedEvidence {
  readonly question: string;
  readonly option: string;
  readonly member: StateCode;
  readonly stance: Stance;
  readonly signalId: string;
  readonly documentId: Sha256;
  readonly quote: string;
  /** Since when, and whether the page says something else of the member now. */
  readonly note: string;
}

/** The page at an address: its versions, each with the evidence that was read in it and is gone from the newest. */
export interface PageReport {
  readonly address: string;
  readonly versions: readonly (VersionReport & { readonly vanished: readonly VanishedEvidence[] })[];
}

/** A page that was read for a question and changed since. */
export interface ChangedPage {
  readonly address: string;
  /** Of the newest version. */
  readonly title: string;
  readonly documentId: string;
  readonly versions: number;
  /** When the newest version was seen first. */
  readonly changedAt: string;
  /** Signals whose words are gone from it. */
  readonly vanished: number;
}

/** The pages on which a document stood; none for one that was not seen at a web address. Fails with `document-unknown` for one that the register lacks. */
export async function pagesOfDocument(register: Register, documentId: string, question: string | undefined, today: IsoDate): Promise<Result<PageReport[], Failure>> {
  // SAFETY: an id that is no hash finds nothing.
  const id = documentId as Sha256;
  if ((await register.document(id)) === null) return err({ code: 'document-unknown', category: 'caller', message: `The register has no document ${documentId.slice(0, 12)}.` });
  const seen = await register.sightings({ documents: [id] });
  const addresses = [...new Set(seen.map(({ address }) => address))];
  const pages: PageReport[] = [];
  for (const address of addresses) {
    const page = await pageAt(register, address, question, today);
    if (!page.ok) return page;
    pages.push(page.value);
  }
  return ok(pages);
}

/**
 * The page at an address. Fails with `document-unknown` when nothing was seen there.
 * @param question whose evidence is looked at; that of all questions when absent
 */
export async function pageAt(register: Register, address: string, question: string | undefined, today: IsoDate): Promise<Result<PageReport, Failure>> {
  const versions = await reportVersions(register, address);
  if (!versions.ok) return versions;
  const documents = new Set(versions.value.map((v) => v.documentId));
  const questions = question === undefined ? (await register.questions()).map((q) => q.id) : [question];
  const gone: VanishedEvidence[] = [];
  for (const id of questions) {
    const found = await vanishedOf(register, id, today);
    if (!found.ok) return found;
    gone.push(...found.value.filter((each) => documents.has(each.documentId)));
  }
  return ok({ address, versions: versions.value.map((v) => ({ ...v, vanished: gone.filter((each) => each.documentId === v.documentId) })) });
}

/** The pages of a question that changed since they were first read, the last changed first. Fails with `question-unknown`. */
export async function changedPages(register: Register, question: string, today: IsoDate): Promise<Result<ChangedPage[], Failure>> {
  const gone = await vanishedOf(register, question, today);
  if (!gone.ok) return gone;
  const documents = (await register.documents({ question })).map((d) => d.id);
  const sightings = await register.sightings({ documents });
  const pages: ChangedPage[] = [];
  for (const address of new Set(sightings.map((s) => s.address))) {
    const own = sightings.filter((s) => s.address === address);
    if (new Set(own.map((s) => s.textSha256)).size < 2) continue;
    const versions = await reportVersions(register, address);
    const newest = versions.ok ? versions.value.at(-1) : undefined;
    if (!versions.ok || newest === undefined) continue;
    const stood = new Set<string>(own.map((s) => s.documentId));
    pages.push({ address, title: newest.title, documentId: newest.documentId, versions: versions.value.length, changedAt: newest.firstSeen, vanished: gone.value.filter((each) => stood.has(each.documentId)).length });
  }
  return ok(pages.sort((a, b) => b.changedAt.localeCompare(a.changedAt) || a.address.localeCompare(b.address)));
}

/** What the count of each option of a question holds for vanished. */
async function vanishedOf(register: Register, questionId: string, today: IsoDate): Promise<Result<VanishedEvidence[], Failure>> {
  const question = await register.question(questionId);
  const found = new Map<string, VanishedEvidence>();
  // Without a question, the first option's situation says so.
  for (const option of question?.options.map((o) => o.id) ?? [undefined]) {
    const situation = await situationOf(register, questionId, option === undefined ? {} : { option }, today);
    if (!situation.ok) return situation;
    for (const s of situation.value.signals) {
      const retraction = situation.value.retracted.get(s.id);
      if (retraction === undefined) continue;
      const { member, stance, option: of } = s.signal;
      found.set(`${s.id} ${of}`, { question: questionId, option: of, member, stance, signalId: s.id, documentId: s.documentId, quote: s.quote, note: retraction.note });
    }
  }
  return ok([...found.values()]);
}
