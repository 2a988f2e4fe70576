import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstInvalidUtf8 } from '../../src/gather/decode-text.js';
import { createDocument, documentFromBytes, normaliseText } from '../../src/gather/index.js';
import { unwrapLines } from '../../src/gather/plain/unwrap-lines.js';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\r',
      '\n',
      '\t',
      '\u00a0',
      '\ufeff',
      '\u200b',
      '\u0007',
      '\u001b',
      '[0m',
      'e\u0301',
      '\ud800',
      ' ',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
  ),
});

describe('laws of normalised text', () => {
  test('normalising twice is normalising once, and leaves none of what it promises to remove', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = normaliseText(raw);
        expect(normaliseText(text)).toBe(text);
        expect(text.normalize('NFC')).toBe(text);
        expect(/[^\n\P{Cc}]|\ufeff|\p{Surrogate}/u.test(text)).toBe(false);
      }),
    );
  });
  test('unwrapping keeps every offset: only line feeds become spaces', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(words, fc.integer({ min: 50, max: 100 }), (list, width) => {
        const wrapped = list.reduce(
          (text, word) => text + (text.length - text.lastIndexOf('\n') + word.length > width ? '\n' : ' ') + word,
        );
        const joined = unwrapLines(wrapped);
        expect(joined.length).toBe(wrapped.length);
        expect(joined.replace(/\n/g, ' ')).toBe(wrapped.replace(/\n/g, ' '));
      }),
    );
  });
});

describe('laws of documents', () => {
  test('the id depends on text, title, publisher and day, and on nothing else', () => {
    const base = { text: 'Words.', title: 'T' };
    const id = createDocument(base, 'text').id;
    expect(createDocument({ ...base, address: 'elsewhere' }, 'html').id).toBe(id);
    expect(createDocument({ ...base, title: 'U' }, 'text').id).not.toBe(id);
    expect(createDocument({ text: 'Words.', publisher: 'T' }, 'text').id).not.toBe(id);
  });
  test('any bytes give a document or one failure, and never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.txt', 'a.html', 'a.md'), (bytes, name) => {
        const result = documentFromBytes(bytes, { name });
        if (result.ok) expect(normaliseText(result.value.text)).toBe(result.value.text);
        else expect(result.error.message).toMatch(/^.*a\.(txt|html|md).*\.$/s);
      }),
      { numRuns: 500 },
    );
  });
  test('any markup gives a document or one failure, and never throws', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<body>',
      '</body>',
      '<head>',
      '<html>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<table><tr><td>',
      '&amp;',
      '<br',
      'words ',
      '\n\n',
      '# ',
      '> ',
      '- ',
      '---\n',
      'a: b\n',
      '```',
      '<title>',
      '![',
      '](',
      '<svg>',
      '<h1>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('a.html', 'a.md'), (pieces, name) => {
        const result = documentFromBytes(Buffer.from(pieces.join('')), { name });
        if (result.ok) expect(normaliseText(result.value.text)).toBe(result.value.text);
      }),
      { numRuns: 500 },
    );
  });
  test('the first invalid byte is where a strict decoder stops', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const offset = firstInvalidUtf8(bytes);
        const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
        expect(() => strict.decode(bytes.subarray(0, offset))).not.toThrow();
        if (offset < bytes.length) expect(() => strict.decode(bytes)).toThrow();
      }),
      { numRuns: 2_000 },
    );
  });
});
