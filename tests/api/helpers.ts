import { createApi, type ServeOptions } from '../../src/api/create-api.js';
import type { Api } from '../../src/api/api.js';
import type { Register } from '../../src/register/index.js';
import { day, documentOf, openTest, question, simpleReading, state } from '../register/helpers.js';
import type { Home } from '../register/homes.js';

export const today = day('2024-12-31');
export const apiOf = (register: Register, options: ServeOptions = {}): Api => createApi({ register, today: () => today }, options);

/** A register with one question of three members, of which Hungary opposes and Germany supports, each in its own article. */
export async function smallRegister(home: Home): Promise<Register> {
  let ticks = 0;
  const register = await openTest(await home.newPlace(), { clock: () => new Date(Date.parse('2026-01-01T00:00:00Z') + (ticks += 1_000)) });
  await register.putQuestion(question('q', { members: ['HUN', 'DEU', 'USA'].map(state) }));
  for (const [text, member, stance] of [['Hungary said no.', 'HUN', 'oppose'], ['Germany backs it.', 'DEU', 'support']] as const) {
    const document = documentOf(text, { published: day('2024-10-01'), publisher: `${member} Post` });
    await register.putReading(document, 'q', simpleReading(document, member, stance));
  }
  return register;
}

/** A register that only fails, as one whose server or disk is lost. */
export const failingRegister = (error: Error): Register => {
  const fail = (): Promise<never> => Promise.reject(error);
  // SAFETY: every method the routes call fails the same way; nobody has an account.
  return new Proxy({}, { get: (_, name) => (name === 'people' ? { any: () => Promise.resolve(false) } : fail) }) as Register;
};

export const post = (api: Api, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(api.request(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } }));
