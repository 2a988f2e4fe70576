import { z } from '@hono/zod-openapi';
import { HOLDOUT_STANCES } from '../../domain/stance.js';
import type { CountReport, DocumentReport, EvidenceReport, MemberReport, OriginGroup, PricedSet, ProbabilityReport, WhyReport } from '../../domain/report.js';
import { attribution, day, instant, positionStance, share, span, stance, stateCode } from './parts.js';

const conditionKind = z.enum(['while', 'unless', 'if', 'until', 'after']);

export const evidenceReport = z
  .object({
    signalId: z.string().openapi({ description: 'Id of the signal, by which it can be reviewed.' }),
    member: stateCode,
    stance,
    confidence: share.openapi({ description: 'How sure the reader is of this reading.' }),
    firmness: share.openapi({ description: 'How settled the words are.' }),
    quote: z.string(),
    span,
    documentId: z.string(),
    publisher: z.string(),
    title: z.string(),
    date: day.nullable().openapi({ description: 'Day said or published; null when the document has none.' }),
    speaker: z.string(),
    speaksFor: z.string().openapi({ description: 'State code, organisation, or `other`.' }),
    attribution,
    origin: z.string().openapi({ description: 'First publisher, when the text names one; else empty.' }),
    condition: z.object({ span, kind: conditionKind, quote: z.string() }).readonly().nullable(),
    reasons: z.array(z.object({ kind: z.string(), span, quote: z.string() }).readonly()).readonly(),
    option: z.string(),
    rule: z.string().openapi({ description: 'The rule or model that read it.', example: 'stance/verb:oppose' }),
    reader: z.string(),
    former: z.string().nullable().openapi({ description: 'Why the words no longer speak for the member’s government; null when they do.' }),
    retracted: z.string().nullable().openapi({ description: 'Since when the newest version of the page lacks the words; null when it has them.' }),
  })
  .readonly()
  .openapi('Evidence') satisfies z.ZodType<EvidenceReport>;

export const memberReport = z
  .object({
    member: stateCode,
    name: z.string(),
    stance: positionStance,
    confidence: share.openapi({ description: '0 for silence.' }),
    contested: z.boolean(),
    distribution: z
      .object({ support: share, oppose: share, conditional: share, 'abstract-support': share, uncommitted: share })
      .readonly()
      .openapi({ description: 'Share of the weight behind each stance.' }),
    origins: z.int().min(0).openapi({ description: 'Number of independent origins.' }),
    best: z.union([evidenceReport, z.null()]),
    formerWords: z.boolean().openapi({ description: 'Whether most of the weight behind the stance is a former government’s or office holder’s words.' }),
    assumed: z.boolean().openapi({ description: 'Whether the stance was supposed by `assume`, not derived.' }),
    declared: z
      .object({ author: z.string(), note: z.string(), recordedAt: instant })
      .readonly()
      .nullable()
      .openapi({ description: 'Who declared the stance and why, when a person set it.' }),
  })
  .readonly()
  .openapi('Position') satisfies z.ZodType<MemberReport>;

const originGroup = z
  .object({ documents: z.array(z.string()).readonly(), reasons: z.array(z.object({ documentId: z.string(), reason: z.string() }).readonly()).readonly() })
  .readonly()
  .openapi('OriginGroup', { description: 'Documents that count as one origin, and what each was joined by.' }) satisfies z.ZodType<OriginGroup>;

const pricedSet = z
  .object({ cost: z.number(), members: z.array(stateCode).readonly() })
  .readonly()
  .openapi('PricedSet', { description: 'Members that move together, and what that costs in all.' }) satisfies z.ZodType<PricedSet>;

// A nullable component would make the component itself nullable everywhere.
export const pricedSetOrNone = z.union([pricedSet, z.null()]);

export const optionItem = z.object({ id: z.string(), proposal: z.string() }).readonly().openapi('OptionItem');

export const probabilityReport = z
  .object({
    adoption: share.openapi({ description: 'The mixture of apart and together, by share.' }),
    apart: share.openapi({ description: 'If members decide independently.' }),
    together: share.openapi({ description: 'If one lot decides for all of them.' }),
    share: share.openapi({ description: 'Chance that they move together, as asked.' }),
    silent: z.object({ members: z.int(), ifNo: share, ifYes: share }).readonly().openapi({ description: 'Members of whom nothing is known, and the chance if all of them said no, or yes.' }),
    sentence: z.string(),
    assumptions: z.array(z.string()).readonly().openapi({ description: 'What was assumed, a sentence each.' }),
    members: z
      .array(
        z
          .object({
            member: stateCode,
            name: z.string(),
            stance: positionStance,
            chance: share.openapi({ description: 'Chance that it votes yes.' }),
            pivot: share.openapi({ description: 'Chance that, given what the others may do, its vote decides.' }),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .openapi('Probability', { description: 'How likely adoption is, and on what assumptions.' }) satisfies z.ZodType<ProbabilityReport>;

export const countReport = z
  .object({
    question: z.object({ id: z.string(), title: z.string(), body: z.string(), bodyName: z.string() }).readonly(),
    option: optionItem,
    options: z.array(optionItem).readonly(),
    asOf: day.nullable().openapi({ description: 'The day asked for; null for everything known.' }),
    knownAt: instant.nullable().openapi({ description: 'The instant of system time asked for; null for now.' }),
    rule: z
      .object({
        id: z.string(),
        text: z.string(),
        citation: z.string(),
        then: z.array(z.string()).readonly().openapi({ description: 'Rules that the decision must pass afterwards, each a count of its own.' }),
        notes: z.array(z.string()).readonly().openapi({ description: 'What was assumed or looked up.' }),
      })
      .readonly(),
    count: z
      .object({
        outcome: z.enum(['adopted', 'blocked', 'open']),
        sentence: z.string(),
        members: z.int(),
        holdouts: z.array(z.object({ member: stateCode, stance: z.enum(HOLDOUT_STANCES) }).readonly()).readonly(),
        supporters: z.array(stateCode).readonly(),
        uncommitted: z.array(stateCode).readonly(),
        unknown: z.array(stateCode).readonly(),
        blockers: z.array(stateCode).readonly(),
        pivotal: z.array(stateCode).readonly(),
        blocking: z
          .object({
            alone: z.array(stateCode).readonly(),
            groups: z.array(z.array(stateCode).readonly()).readonly().openapi({ description: 'Minimal groups of two or more.' }),
            complete: z.boolean().openapi({ description: 'Whether the list holds all groups.' }),
            total: z.string().nullable().openapi({ description: 'How many minimal sets there are; null: too many members to count.' }),
          })
          .readonly(),
        fewestFlips: z.object({ count: z.int(), members: z.array(stateCode).readonly() }).readonly().nullable(),
        cheapest: z
          .object({ toPossible: pricedSetOrNone, toCertain: pricedSetOrNone, toBlock: pricedSetOrNone })
          .readonly()
          .openapi({ description: 'Cheapest sets of members whose move makes adoption possible or certain, or blocks it.' }),
      })
      .readonly(),
    probability: z.union([probabilityReport, z.null()]).openapi({ description: 'Null where the rule and roster are too large to reckon it exactly.' }),
    members: z.array(memberReport).readonly(),
    documents: z.int(),
    origins: z.int().openapi({ description: 'Independent origins behind all of it.' }),
    independence: z.string().openapi({ example: 'Four articles, two origins.' }),
    sharedOrigins: z.array(originGroup).readonly(),
    cautions: z.array(z.string()).readonly().openapi({ description: 'What not to rely on, a sentence each: outcomes that hang on one origin without a named voice.' }),
    reader: z.string(),
    registerHash: z.string().openapi({ description: 'SHA-256 over the question, documents, signals and decisions that the count rests on.' }),
  })
  .readonly()
  .openapi('Count') satisfies z.ZodType<CountReport>;

export const whyReport = z
  .object({ position: memberReport, evidence: z.array(evidenceReport).readonly() })
  .readonly()
  .openapi('Why') satisfies z.ZodType<WhyReport>;

const spans = z.array(span).readonly();

export const documentReport = z
  .object({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    published: day.nullable(),
    address: z.string(),
    text: z.string().openapi({ description: 'Normalised text; all spans count its UTF-16 code units. Untrusted: show it as text, never as markup.' }),
    statements: z
      .array(
        z
          .object({ speaker: z.string(), speaksFor: z.string(), attribution, source: spans, cue: spans, content: spans, rule: z.string() })
          .readonly(),
      )
      .readonly(),
    evidence: z.array(evidenceReport).readonly(),
  })
  .readonly()
  .openapi('Document') satisfies z.ZodType<DocumentReport>;
