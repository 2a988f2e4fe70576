import type { Failure } from '../../domain/failure.js';
import type { InnerFile, Part } from '../extracted.js';
import { leftOut } from '../extracted.js';
import { failed, megabytes, printableName } from '../failures.js';
import { formatOfMediaType, parseMediaType } from '../inner-format.js';
import { MAX_ENTRIES, MAX_INPUT_BYTES } from '../limits.js';
import { parseResponse } from './http-response.js';
import { BrokenArchive, readRecords, type WarcRecord } from './read-records.js';
import { ArchiveBomb, unpacked } from './unpacked.js';

/**
 * The pages and documents of a web archive, one for each response with status 200, resource or conversion whose media type is read. What
 * was left out is said once for each reason, with its number; a damaged archive gives what comes before the damage. Memory stays within
 * one record.
 * @param name the input as messages call it
 */
export async function* warcParts(source: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Part> {
  const others = new Map<string, number>();
  let records = 0;
  let failure: Failure | null = null;
  try {
    for await (const record of readRecords(unpacked(source))) {
      records += 1;
      if (records > MAX_ENTRIES) {
        failure = tooMany(name);
        break;
      }
      const found = fileOf(record, name);
      if (typeof found === 'string') others.set(found, (others.get(found) ?? 0) + 1);
      else yield { kind: 'file', file: found };
      if (record.isCut) throw new BrokenArchive();
    }
  } catch (error) {
    failure = damage(error, name, records);
  }
  if (failure === null && records === 0)
    failure = failed('input-empty', `${name} holds no records; check that it is the file you meant.`).error;
  for (const [reason, count] of others)
    yield leftOut(`${count} ${count === 1 ? 'record of' : 'records of'} ${name} left out: ${reason}.`);
  if (failure !== null) yield { kind: 'failed', failure };
}

function damage(error: unknown, name: string, records: number): Failure {
  const before = records === 0 ? 'nothing of it was read' : `what comes before was read`;
  if (error instanceof ArchiveBomb)
    return failed(
      'input-too-large',
      `${name} unpacks to far more than its size, so it was left at record ${records + 1}, and ${before}.`,
    ).error;
  if (error instanceof BrokenArchive || isGzipDamage(error))
    return failed(
      'input-unreadable',
      `${name} is damaged or cut short at record ${Math.max(records, 1)}, and ${before}; fetch the archive again.`,
    ).error;
  throw error;
}

const isGzipDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');

const tooMany = (name: string): Failure =>
  failed(
    'input-too-large',
    `${name} holds more than ${MAX_ENTRIES} records, so the rest was left; split it and read the parts.`,
  ).error;

/** The page in a record, or why it is none. */
function fileOf(record: WarcRecord, name: string): InnerFile | string {
  const { type, headers, block } = record;
  if (type !== 'response' && type !== 'resource' && type !== 'conversion')
    return type === 'revisit' ? 'captured before with the same words' : "the archive's own notes";
  if (record.isCut) return 'cut short';
  if (block === null) return `holding more than ${megabytes(MAX_INPUT_BYTES)}`;
  const address = printableName((headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, ''));
  const isWeb = /^https?:\/\/\S+$/i.test(address);
  if (!isWeb) return 'from no web address';
  const isHttp = type === 'response';
  const response = isHttp ? parseResponse(block) : { status: 200, headers, body: block };
  if (response === null) return 'no answer of a web server';
  if (response.status !== 200) return `answered with status ${response.status}`;
  if (response.body === null) return `unpacking to more than ${megabytes(MAX_INPUT_BYTES)}`;
  const { mediaType, charset } = parseMediaType(response.headers.get('content-type'));
  if (formatOfMediaType(mediaType, response.body) === null) return `of type ${printableName(mediaType) || 'unknown'}`;
  const seenAt = instantOf(headers.get('warc-date'));
  return {
    bytes: response.body,
    name: `${name}: ${address}`,
    mediaType,
    ...(charset === undefined ? {} : { charset }),
    address,
    ...(seenAt === undefined ? {} : { seenAt }),
  };
}

function instantOf(raw: string | undefined): string | undefined {
  const time = raw === undefined ? Number.NaN : Date.parse(raw);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
