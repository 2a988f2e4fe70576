import type { Failure } from '../../domain/failure.js';
import type { AddressState } from '../../domain/source.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Register } from '../../register/index.js';
import { isGivenUp } from './when-due.js';

/** A followed source with how it goes. */
export interface SourceReport {
  readonly question: string;
  readonly address: string;
  /** When it was taken up. */
  readonly since: string;
  /** Last answer; null when there was none. */
  readonly lastSeen: string | null;
  /** Articles it named that were read, and those that failed. */
  readonly articles: number;
  readonly failed: number;
  readonly failure: string | null;
}

/** An address that failed. */
export interface FailedReport {
  readonly question: string;
  readonly address: string;
  /** The source that named it; null for a source itself. */
  readonly via: string | null;
  readonly failures: number;
  readonly lastAsked: string;
  readonly code: string;
  readonly message: string;
  /** Whether it is left until a person asks for another try. */
  readonly isGivenUp: boolean;
}

/** The followed sources of a question, or of all, in the order in which they were taken up. */
export async function listSources(register: Register, question?: string): Promise<SourceReport[]> {
  const states = await register.addressStates(question);
  return (await register.sources(question)).map((source) => {
    const own = states.find((s) => s.question === source.question && s.address === source.address);
    const named = states.filter((s) => s.question === source.question && s.via === source.address);
    return {
      question: source.question,
      address: source.address,
      since: source.recordedAt,
      lastSeen: own?.lastSeen ?? null,
      articles: named.filter((s) => s.lastSeen !== undefined).length,
      failed: named.filter((s) => s.failure !== undefined).length,
      failure: own?.failure?.message ?? null,
    };
  });
}

/** What failed and did not succeed since: given up first, then the others, which the next round tries again. */
export async function listFailed(register: Register, question?: string): Promise<FailedReport[]> {
  const failed = (await register.addressStates(question)).flatMap((state) =>
    state.failure === undefined ? [] : [failedReport(state, state.failure)],
  );
  return [...failed.filter((f) => f.isGivenUp), ...failed.filter((f) => !f.isGivenUp)];
}

const failedReport = (state: AddressState, failure: NonNullable<AddressState['failure']>): FailedReport => ({
  question: state.question,
  address: state.address,
  via: state.via ?? null,
  failures: state.failures,
  lastAsked: state.lastAsked,
  code: failure.code,
  message: failure.message,
  isGivenUp: isGivenUp(state),
});

/** Asks for another try of failed addresses, or of all that failed; gives how many. The next round makes it. */
export async function retryFailed(
  register: Register,
  addresses: readonly string[] | 'all',
  question?: string,
): Promise<Result<number, Failure>> {
  const failed = await listFailed(register, question);
  const chosen = addresses === 'all' ? failed : failed.filter((f) => addresses.includes(f.address));
  const unknown =
    addresses === 'all' ? undefined : addresses.find((address) => !failed.some((f) => f.address === address));
  if (unknown !== undefined)
    return err({
      code: 'usage',
      category: 'caller',
      message: `"${unknown}" has not failed; list what has with: holdout sources failed.`,
    });
  for (const { question: of, address, via } of chosen)
    await register.putFetch({ question: of, address, ...(via === null ? {} : { via }), outcome: 'retry' });
  return ok(chosen.length);
}
