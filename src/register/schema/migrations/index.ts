import type { Migration } from '../migration.js';
import { record } from './0001-record.js';
import { people } from './0002-people.js';

/** Every released step of the schema, in order. */
export const MIGRATIONS: readonly Migration[] = [record, people];
