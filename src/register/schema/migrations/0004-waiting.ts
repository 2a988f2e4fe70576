import type { Migration } from '../migration.js';

/** Signals that wait for a person before they count. Null is "counts", so that backups made before this step restore as they were. */
export const waiting: Migration = {
  version: 4,
  name: 'waiting',
  statements: [
    `ALTER TABLE signal ADD COLUMN awaits text CHECK (awaits IN ('review'))`,
    `COMMENT ON COLUMN signal.awaits IS 'review when the signal counts only once a person accepts it: readers do not agree on it, or its words are suspect; null when it counts.'`,
  ],
};
