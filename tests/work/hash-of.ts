import { registerHash } from '../../src/app/register-hash.js';
import type { Register } from '../../src/register/index.js';

/** The register's hash for a question, over documents, signals and decisions. */
export async function hashOf(register: Register, id: string): Promise<string> {
  const question = await register.question(id);
  if (question === null) throw new Error(`no question ${id}`);
  return registerHash(question, await register.documents({ question: id }), await register.signals({ question: id }), await register.reviews({ question: id }));
}
