import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { STANCES, type Stance } from '../../src/domain/stance.js';
import type { Register } from '../../src/register/index.js';
import { day, documentOf, failureOf, openTest, question, simpleReading, state } from './helpers.js';
import { homes } from './homes.js';

/** The register as anybody would keep it in memory: a list of what happened, in order, and what was erased. */
interface Model {
  readonly questions: Map<string, { readonly title: string; readonly at: number }[]>;
  readonly readings: { readonly question: string; readonly document: string; readonly published: string; readonly version: number; readonly ofQuestion: number; readonly member: string; readonly stance: Stance; readonly at: number }[];
  readonly declarations: { readonly question: string; readonly member: string; readonly stance: Stance | null; readonly at: number }[];
  readonly rejections: { readonly question: string; readonly document: string; readonly at: number }[];
  readonly erased: Set<string>;
}

/** What is asked: signals in force, of a day and as known at an instant. */
interface Asked {
  readonly question: string;
  readonly asOf?: string;
  readonly knownAt?: number;
}
const signalsOf = (model: Model, { question: q, asOf, knownAt = Infinity }: Asked): string[] => {
  const newest = new Map<string, Model['readings'][number]>();
  for (const r of model.readings) if (r.question === q && r.at <= knownAt && !model.erased.has(r.document)) newest.set(r.document, r);
  return [...newest.values()].filter((r) => asOf === undefined || r.published <= asOf).map((r) => `${r.document.slice(0, 8)} ${r.member} ${r.stance} reader@${String(r.version)}`).sort();
};

describe.each(homes.filter(({ available }) => available))('a register $name', (home) => {
  afterAll(() => home.close());

  const documents = Array.from({ length: 5 }, (_, i) => documentOf(`Somebody said no for time number ${String(i)}.`, { published: day(`2024-10-0${String(1 + i)}`), publisher: `Outlet ${String(i)}` }));
  const QUESTIONS = ['q', 'r'];
  const MEMBERS = ['HUN', 'DEU', 'USA'];

  /** The register under test, its clock, and how to open it again. */
  class Real {
    ticks = Date.parse('2026-01-01T00:00:00Z');
    constructor(
      readonly place: string,
      public register: Register,
    ) {}
    static async make(): Promise<Real> {
      const place = await home.newPlace();
      const made: { real?: Real } = {};
      const clock = (): Date => new Date((made.real ? (made.real.ticks += 1_000) : Date.parse('2026-01-01T00:00:00Z')));
      const real = new Real(place, await openTest(place, { clock }));
      made.real = real;
      return real;
    }
    async reopen(): Promise<void> {
      await this.register.close();
      this.register = await openTest(this.place, { clock: () => new Date((this.ticks += 1_000)) });
    }
  }
  type Command = fc.AsyncCommand<Model, Real>;

  /** After each command: everything that can be asked now, and one answer of the past. */
  async function mustAgree(model: Model, real: Real, past: number): Promise<void> {
    for (const q of model.questions.keys()) {
      const ask = async ({ asOf, knownAt }: Omit<Asked, 'question'>): Promise<string[]> =>
        (await real.register.signals({ question: q, ...(asOf ? { asOf: day(asOf) } : {}), ...(knownAt ? { knownAt: new Date(knownAt) } : {}) })).map((s) => `${s.documentId.slice(0, 8)} ${s.signal.member} ${s.signal.stance} ${s.reader}`).sort();
      expect(await ask({})).toEqual(signalsOf(model, { question: q }));
      expect(await ask({ asOf: '2024-10-03' })).toEqual(signalsOf(model, { question: q, asOf: '2024-10-03' }));
      expect(await ask({ knownAt: past })).toEqual(signalsOf(model, { question: q, knownAt: past }));
      expect((await real.register.question(q))?.title).toBe(model.questions.get(q)?.at(-1)?.title);
      const then = model.questions.get(q)?.filter(({ at }) => at <= past).at(-1);
      expect((await real.register.question(q, new Date(past)))?.title).toBe(then?.title);
      const reviews = await real.register.reviews({ question: q });
      expect(reviews.filter((r) => r.action === 'declare').map((r) => [r.member, r.stance])).toEqual(model.declarations.filter((d) => d.question === q).map((d) => [d.member, d.stance]));
      expect(reviews.filter((r) => r.action === 'reject').map((r) => r.documentId)).toEqual(model.rejections.filter((d) => d.question === q && !model.erased.has(d.document)).map((d) => d.document));
    }
    const there = new Set(model.readings.map(({ document }) => document).filter((id) => !model.erased.has(id)));
    expect((await real.register.documents()).map(({ id }) => id).sort()).toEqual([...there].sort());
    expect((await real.register.erasures()).map((e) => e.documentId).sort()).toEqual([...model.erased].sort());
  }

  const command = (name: string, check: (m: Model) => boolean, run: (m: Model, r: Real) => Promise<void>, past: number): Command => ({
    check: (m) => check(m),
    async run(m, r) {
      const begin = Date.parse('2026-01-01T00:00:00Z');
      await run(m, r);
      await mustAgree(m, r, begin + Math.floor(past * (r.ticks - begin)));
    },
    toString: () => name,
  });
  const q = fc.constantFrom(...QUESTIONS);
  const document = fc.constantFrom(...documents);
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  const commands = [
    fc.tuple(q, fc.constantFrom('one title', 'another title'), share).map(([id, title, past]) =>
      command(`question ${id} ${title}`, () => true, async (m, r) => {
        const versions = m.questions.get(id) ?? [];
        const isNew = versions.at(-1)?.title !== title;
        expect(await r.register.putQuestion(question(id, { title }))).toEqual({ version: versions.length + (isNew ? 1 : 0), added: isNew });
        if (isNew) m.questions.set(id, [...versions, { title, at: r.ticks }]);
      }, past),
    ),
    fc.tuple(q, document, fc.constantFrom(...MEMBERS), fc.constantFrom(...STANCES), fc.integer({ min: 1, max: 3 }), share).map(([id, d, member, stance, version, past]) =>
      command(`read ${d.id.slice(0, 8)} for ${id} by reader@${String(version)}: ${member} ${stance}`, (m) => m.questions.has(id), async (m, r) => {
        const reading = simpleReading(d, member, stance, `reader@${String(version)}`);
        if (m.erased.has(d.id)) {
          expect((await failureOf(r.register.putReading(d, id, reading))).code).toBe('document-erased');
          return;
        }
        // For the question as it is, a version reads a document once, and an older one adds nothing to what a newer one found.
        const ofQuestion = m.questions.get(id)?.length ?? 0;
        const isNew = !m.readings.some((x) => x.question === id && x.document === d.id && x.ofQuestion === ofQuestion && x.version >= version);
        expect(await r.register.putReading(d, id, reading)).toEqual({ added: isNew });
        if (isNew) m.readings.push({ question: id, document: d.id, published: d.published ?? '', version, ofQuestion, member, stance, at: r.ticks });
      }, past),
    ),
    fc.tuple(q, fc.constantFrom(...MEMBERS), fc.option(fc.constantFrom(...STANCES)), share).map(([id, member, stance, past]) =>
      command(`declare ${member} ${String(stance)} for ${id}`, (m) => m.questions.has(id), async (m, r) => {
        await r.register.putReview({ question: id, author: 'Ana', note: '', action: 'declare', member: state(member), option: 'now', stance });
        m.declarations.push({ question: id, member, stance, at: r.ticks });
      }, past),
    ),
    fc.tuple(q, document, share).map(([id, d, past]) =>
      command(`reject what ${d.id.slice(0, 8)} says of ${id}`, (m) => signalsOf(m, { question: id }).some((s) => s.startsWith(d.id.slice(0, 8))), async (m, r) => {
        const signal = (await r.register.signals({ question: id })).find((s) => s.documentId === d.id);
        if (!signal) throw new Error('the signal is gone');
        await r.register.putReview({ question: id, author: 'Ana', note: '', action: 'reject', signalId: signal.id, member: signal.signal.member, option: signal.signal.option, documentId: d.id, evidence: signal.signal.evidence[0] });
        m.rejections.push({ question: id, document: d.id, at: r.ticks });
      }, past),
    ),
    fc.tuple(document, share).map(([d, past]) =>
      command(`erase ${d.id.slice(0, 8)}`, (m) => m.readings.some((x) => x.document === d.id), async (m, r) => {
        // Again, it gives the first erasure.
        expect((await r.register.erase(d.id, 'Ana', 'an order'))?.documentId).toBe(d.id);
        m.erased.add(d.id);
      }, past),
    ),
    share.map((past) => command('close and open again', () => true, (_, r) => r.reopen(), past)),
  ];

  test('answers every question as a list in memory would, whatever is done to it in whatever order, now and as of the past', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 25, size: '+1' }), async (list) => {
        const real = await Real.make();
        try {
          await fc.asyncModelRun(() => ({ model: { questions: new Map(), readings: [], declarations: [], rejections: [], erased: new Set<string>() }, real }), list);
          expect((await real.register.examine()).problems).toEqual([]);
        } finally {
          await real.register.close();
        }
      }),
      // Opening a folder takes a hundred times as long as a database on a server that runs.
      { numRuns: home === homes[0] ? 3 : 12, endOnFailure: true },
    );
  });
});
