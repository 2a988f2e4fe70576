import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { StoredSignal } from '../../domain/stored.js';
import { z } from 'zod';
import type { Register } from '../../register/index.js';
import { applyReviews } from '../review/apply-reviews.js';
import { addSignal } from '../review/decide.js';
import { toCodePoints, toCodeUnits } from './code-points.js';

/** Code units of text before and after a quote, to find it again where offsets no longer fit. */
const CONTEXT = 32;
const DOCUMENT = 'urn:holdout:document:';

/** The part of a W3C Web Annotation that Holdout writes and reads. */
const annotationSchema = z.object({
  type: z.literal('Annotation'),
  creator: z.object({ type: z.string(), name: z.string().min(1) }).optional(),
  body: z.array(z.object({ type: z.literal('TextualBody'), purpose: z.string(), value: z.string() })).min(1),
  target: z.object({
    source: z.string().startsWith(DOCUMENT),
    selector: z.array(
      z.union([
        z.object({
          type: z.literal('TextQuoteSelector'),
          exact: z.string().min(1),
          prefix: z.string().optional(),
          suffix: z.string().optional(),
        }),
        z.object({ type: z.literal('TextPositionSelector'), start: z.int().nonnegative(), end: z.int().positive() }),
      ]),
    ),
  }),
});
type Read = z.infer<typeof annotationSchema>;

/**
 * Every signal of a question that counts, after people's decisions, as W3C Web Annotations (JSON-LD, one object each): tags for member,
 * stance and option; the words by TextQuoteSelector and, in code points, TextPositionSelector.
 */
export async function exportAnnotations(register: Register, question: string): Promise<object[]> {
  const [asked, machine, reviews] = await Promise.all([
    register.question(question),
    register.signals({ question }),
    register.reviews({ question }),
  ]);
  const signals = (asked?.options ?? []).flatMap(
    ({ id }) =>
      applyReviews(
        machine.filter((s) => s.signal.option === id),
        reviews,
        id,
      ).signals,
  );
  const texts = new Map<string, string>();
  for (const { documentId } of signals)
    if (!texts.has(documentId)) texts.set(documentId, (await register.document(documentId))?.text ?? '');
  return signals.map((s) => annotationOf(s, texts.get(s.documentId) ?? ''));
}

function annotationOf(s: StoredSignal, text: string): object {
  const { start, end } = s.signal.evidence[0];
  const person = s.reader.startsWith('person:');
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:holdout:signal:${s.id}`,
    type: 'Annotation',
    motivation: 'classifying',
    created: s.recordedAt,
    creator: { type: person ? 'Person' : 'Software', name: person ? s.reader.slice('person:'.length) : s.reader },
    body: Object.entries({
      member: s.signal.member,
      stance: s.signal.stance,
      option: s.signal.option,
      speaker: s.statement.statement.speaker,
      attribution: s.statement.statement.attribution,
    })
      .filter(([, value]) => value !== '')
      .map(([key, value]) => ({ type: 'TextualBody', purpose: 'tagging', value: `${key}:${value}` })),
    target: {
      source: `${DOCUMENT}${s.documentId}`,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: s.quote,
          prefix: whole(text.slice(Math.max(0, start - CONTEXT), start)),
          suffix: whole(text.slice(end, end + CONTEXT)),
        },
        { type: 'TextPositionSelector', start: toCodePoints(text, start), end: toCodePoints(text, end) },
      ],
    },
  };
}

/** What became of one annotation. */
export type Imported =
  { readonly kind: 'added' } | { readonly kind: 'known' } | { readonly kind: 'failed'; readonly message: string };

/**
 * Adds the signal of one annotation as a person's, at its position when the quote stands there, else where the quote stands alone. One
 * that is there already (same words, member, option and stance, by machine or person) adds nothing.
 * @param author who vouches for an annotation that names no person
 */
export async function importAnnotation(
  register: Register,
  question: string,
  raw: unknown,
  author: string,
): Promise<Imported> {
  const parsed = annotationSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      kind: 'failed',
      message: `The annotation is none that Holdout can read: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`,
    };
  }
  const placed = await placeOf(register, parsed.data);
  if (!placed.ok) return { kind: 'failed', message: placed.error.message };
  const { document, start, exact } = placed.value;
  const tag = (key: string): string | undefined =>
    parsed.data.body.find(({ value }) => value.startsWith(`${key}:`))?.value.slice(key.length + 1);
  const [member, stance, option] = [tag('member'), tag('stance'), tag('option')];
  if (member === undefined || stance === undefined)
    return { kind: 'failed', message: 'The annotation lacks a tag member:… or stance:….' };
  const there = (await exportAnnotations(register, question)).map((a) => annotationSchema.parse(a));
  const same = (other: Read): boolean =>
    other.target.source === `${DOCUMENT}${document}` &&
    ['member', 'stance', 'option'].every(
      (key) => tag(key) === undefined || other.body.some(({ value }) => value === `${key}:${tag(key) ?? ''}`),
    ) &&
    quoteOf(other) === exact;
  if (there.some(same)) return { kind: 'known' };
  const { creator } = parsed.data;
  const speaker = tag('speaker');
  const attribution = tag('attribution');
  const added = await addSignal(
    register,
    question,
    {
      member,
      stance,
      document,
      quote: exact,
      start,
      ...(option ? { option } : {}),
      ...(speaker ? { speaker } : {}),
      ...(attribution ? { attribution } : {}),
    },
    { author: creator?.type === 'Person' ? creator.name : author, note: 'imported annotation' },
  );
  return added.ok ? { kind: 'added' } : { kind: 'failed', message: added.error.message };
}

const quoteOf = (a: Read): string | undefined =>
  a.target.selector.flatMap((s) => (s.type === 'TextQuoteSelector' ? [s.exact] : []))[0];

async function placeOf(
  register: Register,
  a: Read,
): Promise<Result<{ document: string; start: number; exact: string }, Failure>> {
  const fail = (message: string): Result<never, Failure> =>
    err({ code: 'document-unknown', category: 'caller', message });
  const id = a.target.source.slice(DOCUMENT.length);
  // SAFETY: an id that is no hash finds nothing.
  const document = await register.document(id as Parameters<Register['document']>[0]);
  if (document === null) return fail(`The register has no document ${id.slice(0, 12)}; read its text first.`);
  const exact = quoteOf(a);
  if (exact === undefined) return fail('The annotation has no TextQuoteSelector; its words cannot be checked.');
  for (const selector of a.target.selector) {
    if (selector.type !== 'TextPositionSelector') continue;
    const start = toCodeUnits(document.text, selector.start);
    if (document.text.startsWith(exact, start)) return ok({ document: id, start, exact });
  }
  const start = document.text.indexOf(exact);
  if (start < 0) return fail(`The words "${exact.slice(0, 60)}" do not stand in document ${id.slice(0, 12)}.`);
  return document.text.includes(exact, start + 1)
    ? fail(
        `The words "${exact.slice(0, 60)}" stand in document ${id.slice(0, 12)} more than once; give a TextPositionSelector.`,
      )
    : ok({ document: id, start, exact });
}

/** Without the half character that cutting may have left at either end. */
const whole = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
