import { z } from '@hono/zod-openapi';
import type { QuestionPreview } from '../../app/preview-question.js';
import type { QuestionReport } from '../../app/put-question.js';
import { day, positionStance, stateCode } from './parts.js';
import { optionItem } from './reports.js';

export const questionItem = z
  .object({ id: z.string(), title: z.string(), body: z.string(), options: z.array(optionItem).readonly() })
  .readonly()
  .openapi('QuestionItem');

const questionFields = {
  id: z.string(),
  title: z.string(),
  body: z.string(),
  options: z.array(z.object({ id: z.string(), proposal: z.string(), aliases: z.array(z.string()).readonly(), entails: z.array(z.string()).readonly().optional().openapi({ description: 'Options that whoever supports this one supports too.' }) }).readonly()).readonly(),
  date: day.nullable().openapi({ description: 'The day the question is put; null when it has none.' }),
  roster: z.array(stateCode).readonly().openapi({ description: 'Who votes.' }),
  rule: z.object({ id: z.string(), text: z.string(), citation: z.string() }).readonly(),
  ownRule: z.string().nullable().openapi({ description: 'A decision rule of the user’s own, as YAML.' }),
};

export const questionAnswer = z.object(questionFields).readonly().openapi('Question');

export const putAnswer = z
  .object({
    ...questionFields,
    version: z.int().min(1).openapi({ description: 'The version stored; in a preview, the one it would get.' }),
    added: z.boolean().openapi({ description: 'False when the version in force says the same.' }),
  })
  .readonly()
  .openapi('PutQuestion');

export const previewAnswer = z
  .object({
    documents: z.int().openapi({ description: 'Stored documents that were read for it.' }),
    speaking: z.int().openapi({ description: 'Those in which a member’s stance was found.' }),
    sentence: z.string(),
    positions: z.array(z.object({ member: z.string(), name: z.string(), stance: positionStance, quote: z.string(), title: z.string() }).readonly()).readonly(),
  })
  .readonly()
  .openapi('QuestionPreview') satisfies z.ZodType<QuestionPreview>;

/** A question with its roster and rule, as the API shows it. */
export const shownQuestion = ({ question, roster, rule }: QuestionReport): z.output<typeof questionAnswer> => ({
  id: question.id,
  title: question.title,
  body: question.body,
  options: question.options,
  date: question.date ?? null,
  roster,
  rule,
  ownRule: question.ownRule ?? null,
});
