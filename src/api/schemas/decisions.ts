import { z } from '@hono/zod-openapi';
import type { QueueItem } from '../../app/review/queue.js';
import type { StoredReview } from '../../domain/review.js';
import { askedDay, attribution, day, instant, share, stance, stateCode } from './parts.js';

export const queueItem = z
  .object({
    signalId: z.string(),
    member: stateCode,
    stance,
    standing: z
      .enum(['counted', 'waiting'])
      .openapi({ description: 'Whether it counts until somebody takes it away, or does not count until somebody accepts it.' }),
    confidence: share.openapi({ description: 'How sure the reader is.' }),
    quote: z.string(),
    documentId: z.string(),
    effect: z
      .enum(['changes the outcome', 'changes the fewest flips', 'changes nothing'])
      .openapi({ description: 'What the count would do if the member stood on the other side.' }),
    fragile: z.boolean().openapi({ description: 'Whether the member’s stance rests on one origin alone, in which nobody says it under their own name.' }),
    doubt: share.openapi({ description: 'How unsure the member’s position is.' }),
  })
  .readonly()
  .openapi('QueueItem') satisfies z.ZodType<QueueItem>;

const by = {
  author: z.string().min(1).optional().openapi({ description: 'Who decides; needed where nobody has signed in.' }),
  note: z.string().default('').openapi({ description: 'Why.' }),
};
const signal = z.string().openapi({ description: 'Id of the signal, or its first 8 characters or more.' });
const member = z.string().openapi({ description: 'Code or name of the member.', example: 'HUN' });
const option = z.string().optional().openapi({ description: 'Option of the question; the first when absent.' });
const documents = z.array(z.string()).openapi({ description: 'Ids of documents, or their first 8 characters or more.' });

/** What a person may decide; the same as the command line's `review`. */
export const decisionBody = z
  .discriminatedUnion('action', [
    z.object({ action: z.literal('accept'), signal, ...by }).openapi('Accept'),
    z.object({ action: z.literal('reject'), signal, ...by }).openapi('Reject'),
    z.object({ action: z.literal('correct'), signal, stance: stance.optional(), member: member.optional(), option, ...by }).openapi('Correct'),
    z
      .object({
        action: z.literal('add'),
        member,
        option,
        stance,
        document: z.string().openapi({ description: 'Id of a document, or its first 8 characters or more.' }),
        quote: z.string().min(1).openapi({ description: 'Words of the document, exactly.' }),
        start: z.int().min(0).optional().openapi({ description: 'Where the quote stands, when it stands there more than once.' }),
        speaker: z.string().optional(),
        attribution: attribution.optional(),
        ownVoice: z.boolean().optional().openapi({ description: 'Whether the speaker speaks for the member.' }),
        ...by,
      })
      .openapi('Add'),
    z
      .object({
        action: z.literal('declare'),
        member,
        option,
        stance: z.enum([...stance.options, 'none']).openapi({ description: '`none` takes an earlier declaration back.' }),
        from: askedDay.optional().openapi({ description: 'First day it holds.' }),
        ...by,
      })
      .openapi('Declare'),
    z.object({ action: z.literal('merge'), documents, ...by }).openapi('Merge'),
    z.object({ action: z.literal('split'), documents, ...by }).openapi('Split'),
  ])
  .openapi('NewDecision');

export const decisionItem = z
  .object({
    id: z.int(),
    action: z.enum(['accept', 'reject', 'correct', 'add', 'declare', 'merge', 'split']),
    author: z.string(),
    note: z.string(),
    recordedAt: instant,
    member: stateCode.nullable(),
    option: z.string().nullable(),
    stance: stance.nullable(),
    signalId: z.string().nullable(),
    documentId: z.string().nullable(),
    quote: z.string().nullable(),
    documents: z.array(z.string()).readonly().openapi({ description: 'Of merge and split; else empty.' }),
    from: day.nullable().openapi({ description: 'Of declare: first day it holds.' }),
  })
  .readonly()
  .openapi('Decision');

/** A decision as the log shows it. */
export function shownDecision(review: StoredReview): z.output<typeof decisionItem> {
  const { id, action, author, note, recordedAt } = review;
  const words = 'words' in review ? review.words : null;
  return {
    id,
    action,
    author,
    note,
    recordedAt,
    member: 'member' in review ? review.member : null,
    option: 'option' in review ? review.option : null,
    stance: review.action === 'declare' ? review.stance : (words?.signal.stance ?? null),
    signalId: 'signalId' in review ? review.signalId : null,
    documentId: 'documentId' in review ? review.documentId : null,
    quote: words?.quote ?? null,
    documents: 'documents' in review ? review.documents : [],
    from: review.action === 'declare' ? (review.validFrom ?? null) : null,
  };
}
