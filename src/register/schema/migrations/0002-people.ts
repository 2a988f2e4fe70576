import type { Migration } from '../migration.js';
import { reviewSql } from './0002-review.js';
import { sketchSql } from './0002-sketch.js';
import { appendOnly } from './append-only.js';

/** What tells origins apart, and what people decided. */
export const people: Migration = {
  version: 2,
  name: 'people',
  statements: [...sketchSql, ...appendOnly.guard('document_sketch'), ...reviewSql, ...appendOnly.guard('review')],
};
