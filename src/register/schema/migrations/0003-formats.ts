import type { Migration } from '../migration.js';

/** Documents that were PDF, Word, e-mail or a row of an export before they became text. */
export const formats: Migration = {
  version: 3,
  name: 'formats',
  statements: [
    `ALTER TABLE document DROP CONSTRAINT document_format_check`,
    `ALTER TABLE document ADD CONSTRAINT document_format_check CHECK (format IN ('text', 'html', 'markdown', 'pdf', 'docx', 'email', 'csv', 'jsonl'))`,
    `COMMENT ON COLUMN document.format IS 'What it was before it became text: text, html, markdown, pdf, docx or email; csv or jsonl for a row of an export.'`,
  ],
};
