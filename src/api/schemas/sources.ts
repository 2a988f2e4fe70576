import { z } from '@hono/zod-openapi';
import type { FailedReport, SourceReport } from '../../app/follow/list-sources.js';
import type { CheckReport } from '../../app/follow/manage-sources.js';
import type { ChangedPage, PageReport, VanishedEvidence } from '../../app/versions/page-reports.js';
import { instant, sha256, stance, stateCode } from './parts.js';

const sourceFields = {
  question: z.string(),
  address: z.string().openapi({ description: 'A feed, a sitemap or a page.', example: 'https://harbour.example/feed.xml' }),
  since: instant.openapi({ description: 'When it was taken up.' }),
  lastSeen: instant.nullable().openapi({ description: 'Last answer; null when there was none.' }),
  articles: z.int().openapi({ description: 'Articles it named that were read.' }),
  failed: z.int().openapi({ description: 'Articles it named that failed.' }),
  failure: z.string().nullable().openapi({ description: 'Why the source itself failed last; null when it answered.' }),
};

export const source = z.object(sourceFields).readonly().openapi('Source') satisfies z.ZodType<SourceReport>;

export const takenSource = z.object({ ...sourceFields, added: z.boolean().openapi({ description: 'False when it was followed already.' }) }).readonly().openapi('TakenSource');

export const failedFetch = z
  .object({
    question: z.string(),
    address: z.string(),
    via: z.string().nullable().openapi({ description: 'The source that named it; null for a source itself.' }),
    failures: z.int().openapi({ description: 'Failures in a row.' }),
    lastAsked: instant,
    code: z.string().openapi({ example: 'fetch-refused' }),
    message: z.string().openapi({ description: 'One sentence: what failed and why.' }),
    isGivenUp: z.boolean().openapi({ description: 'Whether it is left until somebody asks for another try.' }),
  })
  .readonly()
  .openapi('FailedFetch') satisfies z.ZodType<FailedReport>;

export const check = z
  .object({
    question: z.string(),
    read: z.array(z.object({ address: z.string(), statements: z.int(), signals: z.int(), isNewVersion: z.boolean() }).readonly()).readonly(),
    known: z.int().openapi({ description: 'Articles that are as they were.' }),
    failed: z.array(z.object({ address: z.string(), code: z.string(), message: z.string(), isGivenUp: z.boolean() }).readonly()).readonly(),
    notes: z.array(z.string()).readonly().openapi({ description: 'Sentences on what was not as usual.' }),
  })
  .readonly()
  .openapi('SourceCheck') satisfies z.ZodType<CheckReport>;

const vanished = z
  .object({
    question: z.string(),
    option: z.string(),
    member: stateCode,
    stance,
    signalId: z.string(),
    documentId: sha256,
    quote: z.string().openapi({ description: 'The words that are gone.' }),
    note: z.string().openapi({ description: 'Since when, and whether the page says something else of the member now.' }),
  })
  .readonly()
  .openapi('VanishedEvidence') satisfies z.ZodType<VanishedEvidence>;

const version = z
  .object({
    number: z.int().openapi({ description: '1, 2, 3, … in the order of what was seen; a page that goes back to earlier words is a version again.' }),
    documentId: z.string(),
    title: z.string(),
    firstSeen: instant,
    lastSeen: instant,
    changes: z.array(z.object({ was: z.string(), now: z.string() }).readonly()).readonly().openapi({ description: 'What changed since the version before, in the order of the text; either side may be empty.' }),
    vanished: z.array(vanished).readonly().openapi({ description: 'Evidence read in this version whose words the newest lacks.' }),
  })
  .readonly()
  .openapi('PageVersion');

export const page = z.object({ address: z.string(), versions: z.array(version).readonly() }).readonly().openapi('PageVersions') satisfies z.ZodType<PageReport>;

export const changedPage = z
  .object({
    address: z.string(),
    title: z.string(),
    documentId: z.string().openapi({ description: 'The newest version.' }),
    versions: z.int(),
    changedAt: instant.openapi({ description: 'When the newest version was seen first.' }),
    vanished: z.int().openapi({ description: 'Signals whose words are gone from it.' }),
  })
  .readonly()
  .openapi('ChangedPage') satisfies z.ZodType<ChangedPage>;
