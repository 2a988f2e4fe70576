/** Every table with the columns of its primary key, in an order in which rows refer only to rows before them. */
export const TABLE_KEYS: readonly (readonly [table: string, key: readonly string[]])[] = [
  ['document', ['id']],
  ['document_text', ['document_id']],
  ['document_sketch', ['document_id', 'method']],
  ['question', ['id', 'version']],
  ['reading', ['id']],
  ['statement', ['id']],
  ['reading_statement', ['reading_id', 'ordinal']],
  ['signal', ['reading_id', 'ordinal']],
  ['review', ['id']],
  ['source', ['id']],
  ['request', ['id']],
  ['sighting', ['id']],
  ['document_change', ['older_id', 'newer_id', 'method']],
  ['erasure', ['id']],
  ['erased_address', ['hash']],
  ['account', ['id']],
  ['credential', ['hash']],
  ['credential_end', ['hash']],
  ['audit', ['id']],
  ['what_if', ['id']],
  ['forecast', ['id']],
  ['resolution', ['id']],
  ['alert', ['id']],
  ['alert_end', ['alert_id']],
  ['alert_step', ['id']],
];

/** Tables whose key the database numbers itself. */
export const NUMBERED = ['reading', 'review', 'source', 'request', 'sighting', 'erasure', 'account', 'audit', 'what_if', 'forecast', 'resolution', 'alert', 'alert_step'] as const;
