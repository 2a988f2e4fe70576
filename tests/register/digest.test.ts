import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Register } from '../../src/register/index.js';
import { createDocument } from '../../src/gather/index.js';
import { day, newFolder, openTest, question, removeFolders, simpleReading, state } from './helpers.js';
import { homes } from './homes.js';
import { asOfSchema, inFolder } from './older-schema.js';

const TEXT = '“Hungary — \\ "no"\tto it”, said Ana 𝒳, as The Harbour Post first reported.\nGermany would agree if the war were over.';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

/** A document with everything a statement and a signal can have, read twice, with a signal that waits and one on another option. */
async function fill(register: Register): Promise<void> {
  await register.putQuestion(question('q', { members: ['HUN', 'DEU'].map(state) }));
  const document = createDocument({ text: TEXT, published: day('2024-10-01'), publisher: 'Quay' }, 'text');
  const base = simpleReading(document, 'HUN');
  const [statement, signal] = [base.statements[0]!, base.signals[0]!];
  const rich = {
    ...statement,
    speaker: 'Ana "the" 𝒳',
    speaksFor: { kind: 'organisation' as const, name: 'Größe & Co' },
    source: [at('Ana 𝒳')],
    cue: [at('said')],
    content: [at('“Hungary — \\ "no"'), at('to it”')] as const,
    origin: { name: 'The Harbour Post', span: at('The Harbour Post') },
  };
  const conditional = { ...signal, member: state('DEU'), stance: 'conditional' as const, statement: 1, evidence: [at('Germany would agree'), at('agree')] as const, condition: { kind: 'if' as const, span: at('if the war were over') }, reasons: [{ kind: 'escalation', span: at('war') }] };
  const statements = [rich, { ...statement, content: [at('Germany would agree if the war were over')] as const, about: [state('DEU'), state('UKR')], speaksFor: { kind: 'nobody' as const } }];
  await register.putReading(document, 'q', { reader: 'reader@1', statements, signals: [{ ...signal, evidence: [at('no')] }, conditional] });
  await register.putReading(document, 'q', { reader: 'reader@2', statements: statements.map((s) => ({ ...s, rule: 'better' })), signals: [{ ...signal, evidence: [at('no')], firmness: 0.123456789 }, conditional, { ...conditional, option: 'later' }], waiting: [{ ...signal, stance: 'support', evidence: [at('to it')] }] });
  const undated = createDocument({ text: 'Hungary said no.' }, 'text');
  await register.putReading(undated, 'q', simpleReading(undated, 'HUN'));
  await register.putReading(createDocument({ text: 'Nothing.' }, 'text'), 'q', { reader: 'reader@1', statements: [], signals: [] });
}

/** What the long way round gives. */
const slowly = async (register: Register, knownAt?: Date) => {
  const filter = { question: 'q', ...(knownAt ? { knownAt } : {}) };
  return {
    signals: [...(await register.signals({ ...filter, option: 'later' })), ...(await register.signals({ ...filter, option: 'now' }))],
    statements: await register.statements(filter),
  };
};

describe.each(homes.filter(({ available }) => available))('digests in a register $name', (home) => {
  let register: Register;
  let ticks = 0;
  const instants: Date[] = [];
  const clock = (): Date => {
    instants.push(new Date(Date.parse('2026-01-01T00:00:00.120Z') + (ticks += 1_000)));
    return instants.at(-1)!;
  };
  beforeAll(async () => {
    register = await openTest(await home.newPlace(), { clock });
    await fill(register);
  });
  afterAll(async () => {
    await register.close();
    await home.close();
  });

  test('give what the tables give, at every instant', async () => {
    expect((await slowly(register)).signals).toHaveLength(4);
    for (const knownAt of [undefined, ...instants])
      expect(await register.signalsAndStatements({ question: 'q', options: ['later', 'now'], ...(knownAt ? { knownAt } : {}) })).toEqual(await slowly(register, knownAt));
    expect((await register.examine()).problems).toEqual([]);
  });
  test('are made again by a restore, and go with an erasure', async () => {
    const lines: string[] = [];
    await register.dump((line) => Promise.resolve(void lines.push(line)));
    expect(lines.join('\n')).not.toContain('reading_digest');
    const copy = await openTest(await home.newPlace());
    await copy.load(
      (async function* () {
        yield* lines;
      })(),
    );
    const asked = { question: 'q', options: ['later', 'now'] };
    expect(await copy.signalsAndStatements(asked)).toEqual(await slowly(register));
    const [document] = await copy.documents();
    await copy.erase(document!.id, 'Ana', 'order');
    expect(await copy.signalsAndStatements(asked)).toEqual(await slowly(copy));
    expect((await copy.examine()).problems).toEqual([]);
    await copy.close();
  });
});

test('a register of schema 9 gets digests when it is opened, and doctor notices one that is wrong', async () => {
  const filled = await openTest(newFolder());
  await fill(filled);
  const expected = await slowly(filled);
  const folder = await asOfSchema(filled, 9);
  await filled.close();
  const register = await openTest(folder, { mode: 'existing' });
  expect(await register.signalsAndStatements({ question: 'q', options: ['later', 'now'] })).toEqual(expected);
  await register.close();
  await inFolder(folder, async (db) => {
    await sql`ALTER TABLE reading_digest DISABLE TRIGGER USER`.execute(db);
    await sql`UPDATE reading_digest SET digest = replace(digest, 'oppose', 'support') WHERE reading_id = 2`.execute(db);
  });
  const wrong = await openTest(folder, { mode: 'existing' });
  expect((await wrong.examine()).problems).toEqual([expect.stringMatching(/digest of reading 2 is not what the reading found/)]);
  await wrong.close();
  removeFolders();
});
