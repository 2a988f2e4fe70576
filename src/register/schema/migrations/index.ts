import type { Migration } from '../migration.js';
import { record } from './0001-record.js';

/** Every released step of the schema, in order. */
export const MIGRATIONS: readonly Migration[] = [record];
