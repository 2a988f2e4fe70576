/** Longest line accepted, in UTF-16 code units. */
export const MAX_LINE = 50_000_000;

/** Splits a byte stream into lines without holding more than one; a line beyond the limit comes as null, its rest dropped. */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder('utf-8');
  let parts: string[] = [];
  let length = 0;
  let dropping = false;
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (;;) {
      const at = text.indexOf('\n', from);
      const piece = at < 0 ? text.slice(from) : text.slice(from, at);
      if (!dropping) {
        length += piece.length;
        if (length > MAX_LINE) {
          dropping = true;
          parts = [];
        } else parts.push(piece);
      }
      if (at < 0) break;
      yield dropping ? null : parts.join('');
      parts = [];
      length = 0;
      dropping = false;
      from = at + 1;
    }
  }
  if (dropping) yield null;
  else if (length > 0) yield parts.join('');
}
