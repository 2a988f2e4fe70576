import type { Migration } from '../migration.js';
import { record } from './0001-record.js';
import { people } from './0002-people.js';
import { formats } from './0003-formats.js';
import { waiting } from './0004-waiting.js';
import { sources } from './0005-sources.js';
import { erasure } from './0006-erasure.js';
import { accounts } from './0007-accounts.js';
import { whatIfs } from './0008-what-ifs.js';
import { forecasts } from './0009-forecasts.js';
import { digest } from './0010-digest.js';
import { erasedAddresses } from './0011-erased-addresses.js';
import { alerts } from './0012-alerts.js';
import { reviews } from './0013-reviews.js';
import { analysis } from './0014-analysis.js';
import { hashChecks } from './0015-hash-checks.js';

/** Every released step of the schema, in order. */
export const MIGRATIONS: readonly Migration[] = [record, people, formats, waiting, sources, erasure, accounts, whatIfs, forecasts, digest, erasedAddresses, alerts, reviews, analysis, hashChecks];
