import type { Migration } from '../migration.js';

/** Readers who review some questions. Null is none, so that backups made before this step restore as they were. */
export const reviews: Migration = {
  version: 13,
  name: 'reviews',
  statements: [
    `ALTER TABLE account ADD COLUMN reviews text[]`,
    `COMMENT ON COLUMN account.reviews IS 'Questions on which a reader may do what a reviewer may on all; null or empty for none.'`,
  ],
};
