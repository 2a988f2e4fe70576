import type { Migration } from '../migration.js';
import { appendOnly } from './append-only.js';
import { documentSql } from './0001-document.js';
import { questionSql } from './0001-question.js';
import { readingSql } from './0001-reading.js';
import { signalSql } from './0001-signal.js';
import { statementSql } from './0001-statement.js';

/** The first record: documents, questions, readings, statements and signals, append-only. */
export const record: Migration = {
  version: 1,
  name: 'record',
  statements: [
    ...appendOnly.declare,
    ...documentSql,
    ...appendOnly.guard('document', 'document_text'),
    ...questionSql,
    ...appendOnly.guard('question'),
    ...readingSql,
    ...appendOnly.guard('reading'),
    ...statementSql,
    ...appendOnly.guard('statement', 'reading_statement'),
    ...signalSql,
    ...appendOnly.guard('signal'),
  ],
};
