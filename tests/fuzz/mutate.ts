import fc from 'fast-check';

/** What breaks programs that did not think of it: ends of ranges, half characters, names that every object has, things without end. */
export const HOSTILE: readonly string[] = [
  '', '\0', '\ud800', '\udfff', '\ufeff', '\u202e', '\u2028', '\u200b', '\u0130', 'ﬁ', '👩‍👩‍👧', 'a\u0301'.repeat(20), '-1', '0', '-0', '1e999', '9007199254740993', '99999999999999999999', 'NaN', 'Infinity', '0x1f', 'null', 'true', '[]', '{}',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', '=1+1', '../../etc/passwd', '%00', '%', '%zz', '\\', '"', "'", '`', '${x}', '\r\n', '\n\n', '\t', ' '.repeat(200), 'a'.repeat(500), ','.repeat(200), '('.repeat(200), '<'.repeat(200), '2024-02-30', '0000-00-00', '2024-10-18T99:99:99Z',
];

const place = fc.nat({ max: 0xffff });
const span = fc.integer({ min: 1, max: 12 });

/** One change to a list of tokens. */
const change = (words: readonly string[]) =>
  fc.oneof(
    fc.record({ kind: fc.constant('drop' as const), at: place, count: span }),
    fc.record({ kind: fc.constant('repeat' as const), at: place, count: span, times: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.integer({ min: 5, max: 60 }) }) }),
    fc.record({ kind: fc.constant('put' as const), at: place, word: fc.oneof(fc.constantFrom(...words), fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 6 })) }),
    fc.record({ kind: fc.constant('replace' as const), at: place, word: fc.oneof(fc.constantFrom(...words), fc.constantFrom(...HOSTILE)) }),
    fc.record({ kind: fc.constant('swap' as const), at: place, with: place }),
    fc.record({ kind: fc.constant('cut' as const), at: place }),
  );
type Change = ReturnType<typeof change> extends fc.Arbitrary<infer T> ? T : never;

function apply(tokens: readonly string[], changes: readonly Change[]): string[] {
  let now = [...tokens];
  for (const c of changes) {
    const at = now.length === 0 ? 0 : c.at % now.length;
    switch (c.kind) {
      case 'drop':
        now.splice(at, c.count);
        break;
      case 'repeat': {
        const part = now.slice(at, at + c.count);
        now.splice(at, 0, ...Array.from({ length: c.times }, () => part).flat());
        break;
      }
      case 'put':
        now.splice(at, 0, c.word);
        break;
      case 'replace':
        now[at] = c.word;
        break;
      case 'swap': {
        const other = now.length === 0 ? 0 : c.with % now.length;
        [now[at], now[other]] = [now[other] ?? '', now[at] ?? ''];
        break;
      }
      case 'cut':
        now = now.slice(0, at);
    }
    if (now.length > 4_000) now.length = 4_000;
  }
  return now;
}

const TOKENS = /<[^<>]*>|[\p{L}\p{N}_]+|\s+|./gsu;

/**
 * Valid texts, changed in a few places token by token. The tokens are tags, words, runs of blanks and single signs, so that most of the
 * grammar survives each change.
 * @param words of the format, put where they may not belong
 */
export const changedText = (seeds: readonly string[], words: readonly string[]): fc.Arbitrary<string> => {
  const cut = seeds.map((seed) => seed.match(TOKENS) ?? []);
  return fc.tuple(fc.nat({ max: seeds.length - 1 }), fc.array(change(words), { maxLength: 7 })).map(([which, changes]) => apply(cut[which] ?? [], changes).join(''));
};

/** Valid bytes, changed in a few places. */
export const changedBytes = (seeds: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(
        fc.oneof(
          fc.record({ kind: fc.constant('set' as const), at: fc.nat(), byte: fc.nat({ max: 255 }) }),
          fc.record({ kind: fc.constant('drop' as const), at: fc.nat(), count: span }),
          fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 60 }) }),
          fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
        ),
        { minLength: 1, maxLength: 6 },
      ),
    )
    .map(([seed, changes]) => {
      let now = Buffer.from(seed);
      for (const c of changes) {
        const at = c.at % (now.length + 1);
        if (c.kind === 'set') {
          if (at < now.length) now[at] = c.byte;
        } else if (c.kind === 'cut') now = now.subarray(0, at);
        else if (c.kind === 'drop') now = Buffer.concat([now.subarray(0, at), now.subarray(at + c.count)]);
        else now = Buffer.concat([now.subarray(0, at + c.count), now.subarray(at)]);
      }
      return now;
    });

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, 2 ** 53, 0.1, '', [], {}, [[]], [null], { a: null }),
  fc.constantFrom(...HOSTILE),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown),
  fc.jsonValue({ maxDepth: 2 }),
  fc.nat({ max: 200 }).map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth) || 'null') as unknown),
);

/** Every place in a JSON value, from the root. */
function* placesOf(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

type Edit = { readonly at: number; readonly kind: 'replace' | 'remove' | 'add' | 'double'; readonly key: string; readonly value: unknown };

function edited(value: unknown, edit: Edit): unknown {
  // Not structuredClone, which loses a key named __proto__.
  const copy = JSON.parse(JSON.stringify(value)) as unknown;
  const places = [...placesOf(copy)];
  const path = places[edit.at % places.length] ?? [];
  if (path.length === 0) return edit.kind === 'replace' ? edit.value : copy;
  let parent = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? 0;
  if (edit.kind === 'replace') parent[last] = edit.value;
  else if (edit.kind === 'remove') Reflect.deleteProperty(parent, last);
  else if (edit.kind === 'double' && Array.isArray(parent)) (parent as unknown[]).push(...(parent as unknown[]));
  else if (Array.isArray(parent)) (parent as unknown[]).push(edit.value);
  else Object.defineProperty(parent, edit.key, { value: edit.value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Valid JSON values, changed in a few places of their tree. */
export const changedJson = (seeds: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(
        fc.record({
          at: place,
          kind: fc.constantFrom('replace' as const, 'replace' as const, 'remove' as const, 'add' as const, 'double' as const),
          key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'id', 'name', ''), fc.string({ maxLength: 4 })),
          value: strange,
        }),
        { maxLength: 4 },
      ),
    )
    .map(([seed, edits]) => edits.reduce(edited, seed as unknown));

/** The same as text, most of it JSON. */
export const changedJsonText = (seeds: readonly unknown[], words: readonly string[] = ['{', '}', '[', ']', ':', ',', '"']): fc.Arbitrary<string> =>
  fc.oneof({ weight: 5, arbitrary: changedJson(seeds).map((value) => JSON.stringify(value) ?? '') }, { weight: 1, arbitrary: changedText(seeds.map((s) => JSON.stringify(s)), words) });
