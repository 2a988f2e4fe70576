import { deflateSync } from 'node:zlib';

/** A line set at a place, in points from the page's lower left. */
export interface SetLine {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

export interface PdfOptions {
  readonly title?: string;
  /** `D:20241018…`. */
  readonly created?: string;
  /** Locks it with a password nobody knows. */
  readonly locked?: boolean;
}

const escaped = (text: string): string => text.replace(/[\\()]/g, (c) => `\\${c}`);

/** A PDF 1.4 file of pages of lines in Helvetica (ISO 32000-1, 7.5), with a right cross-reference table. */
export function makePdf(pages: readonly (readonly SetLine[])[], options: PdfOptions = {}): Buffer {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body));
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ')}] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((lines, i) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + i * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    const content = lines
      .map(({ text, x = 72, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
      .join('\n');
    add(stream(Buffer.from(content, 'latin1')));
  });
  const info = add(
    `<< ${options.title ? `/Title (${escaped(options.title)})` : ''} ${options.created ? `/CreationDate (${options.created})` : ''} >>`,
  );
  const lock = options.locked
    ? add(`<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`)
    : null;
  return assemble(
    objects,
    `/Info ${info} 0 R ${lock === null ? '' : `/Encrypt ${lock} 0 R /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>]`}`,
  );
}

/** A stream object; `packed` gives its bytes when they are not those of `content`. */
export const stream = (content: Buffer, packed = deflateSync(content)): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);

/** The file of numbered objects, the first being the catalogue. */
export function assemble(objects: readonly Buffer[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  objects.forEach((body, i) => {
    offsets.push(at);
    push(Buffer.from(`${i + 1} 0 obj\n`));
    push(body);
    push(Buffer.from('\nendobj\n'));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
