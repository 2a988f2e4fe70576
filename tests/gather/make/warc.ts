import { WARCRecord, WARCSerializer } from 'warcio';

/** A response to archive. */
export interface Capture {
  readonly url: string;
  readonly date: string;
  readonly body: Uint8Array | string;
  readonly status?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: 'response' | 'resource' | 'request' | 'revisit';
}

/** A web archive as another program writes it (warcio.js), each record a gzip member when packed. */
export async function makeWarc(captures: readonly Capture[], gzip: boolean): Promise<Buffer> {
  const records: Uint8Array[] = [];
  const add = async (record: WARCRecord): Promise<void> =>
    void records.push(await WARCSerializer.serialize(record, { gzip, digest: { algo: 'sha-256' } }));
  await add(
    WARCRecord.createWARCInfo(
      {
        filename: 'own.warc',
        warcVersion: 'WARC/1.1',
        date: '2024-10-24T00:00:00Z',
        warcHeaders: { 'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000000>' },
      },
      { software: 'own words' },
    ),
  );
  for (const [
    i,
    { url, date, body, status = '200 OK', headers = { 'Content-Type': 'text/html; charset=utf-8' }, type = 'response' },
  ] of captures.entries()) {
    const bytes = Buffer.from(body);
    const record = WARCRecord.create(
      {
        url,
        date,
        type,
        warcVersion: 'WARC/1.1',
        warcHeaders: {
          'WARC-Record-ID': `<urn:uuid:00000000-0000-4000-8000-${String(i + 1).padStart(12, '0')}>`,
          ...(type === 'resource' ? { 'Content-Type': headers['Content-Type'] ?? '' } : {}),
        },
        ...(type === 'resource'
          ? {}
          : { httpHeaders: { ...headers }, statusline: type === 'request' ? 'GET / HTTP/1.1' : `HTTP/1.1 ${status}` }),
      },
      (async function* () {
        yield bytes;
      })(),
    );
    await add(record);
  }
  return Buffer.concat(records);
}
