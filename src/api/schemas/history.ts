import { z } from '@hono/zod-openapi';
import type { MemberRecord } from '../../domain/member-record.js';
import { STANCES } from '../../domain/stance.js';
import type { Timeline, TimelineMoment } from '../../domain/timeline.js';
import { instant, positionStance, share, stance, stateCode } from './parts.js';

const tally = z.object({ support: z.int(), oppose: z.int(), conditional: z.int(), 'abstract-support': z.int(), uncommitted: z.int(), unknown: z.int() }).readonly();

const moment = z
  .object({
    at: z.string().openapi({ description: 'A day of valid time, or an instant of recorded time.' }),
    outcome: z.enum(['adopted', 'blocked', 'open']),
    sentence: z.string(),
    documents: z.int().openapi({ description: 'Documents that had spoken by then.' }),
    tally: tally.openapi({ description: 'Members with each stance.' }),
    stances: z.record(z.string(), positionStance).readonly().openapi({ description: 'Stance of each member, by its code.' }),
  })
  .readonly()
  .openapi('TimelineMoment') satisfies z.ZodType<TimelineMoment>;

export const timeline = z
  .object({
    valid: z.array(moment).readonly().openapi({ description: 'As of each day at which the count changed: what had been said by then.' }),
    recorded: z.array(moment).readonly().openapi({ description: 'As known at each instant at which the count changed: what the register had learned by then.' }),
    thinned: z.boolean().openapi({ description: 'Whether moments were left out to keep the answer short.' }),
  })
  .readonly()
  .openapi('Timeline') satisfies z.ZodType<Timeline>;

const signalChange = z
  .object({ change: z.enum(['gained', 'lost']), stance: z.enum([...STANCES]), quote: z.string(), reader: z.string(), because: z.enum(['new document', 'reader', 'person']) })
  .readonly();

export const changes = z
  .object({
    from: instant,
    to: instant.nullable(),
    positions: z
      .array(
        z
          .object({
            member: stateCode,
            name: z.string(),
            before: positionStance,
            after: positionStance,
            confidence: z.array(share).length(2).readonly().openapi({ description: 'Before and after.' }),
            signals: z.array(signalChange).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .openapi('Changes');

export const memberRecord = z
  .object({
    member: stateCode,
    name: z.string(),
    positions: z
      .array(z.object({ question: z.string(), title: z.string(), option: z.string(), proposal: z.string(), stance, confidence: share, origins: z.int() }).readonly())
      .readonly(),
    offices: z.array(z.object({ name: z.string(), office: z.string(), from: z.string(), to: z.string().nullable() }).readonly()).readonly(),
  })
  .readonly()
  .openapi('MemberRecord') satisfies z.ZodType<MemberRecord>;

export const network = z
  .object({
    nodes: z.array(z.object({ id: z.string(), label: z.string(), kind: z.enum(['member', 'reason']) }).readonly()).readonly(),
    edges: z
      .array(
        z
          .object({ source: z.string(), target: z.string(), weight: z.number().openapi({ description: 'Signals in which the member gives the reason.' }), side: z.enum(['for', 'against', 'mixed']) })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .openapi('ReasonNetwork');
