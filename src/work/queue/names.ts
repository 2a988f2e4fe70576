/** Jobs, until a worker has acknowledged them. */
export const JOBS = 'HOLDOUT_JOBS';
/** Jobs that could not be done, with the reason. */
export const DEAD = 'HOLDOUT_DEAD';
/** Versions of the reader that workers ran lately. */
export const READERS = 'HOLDOUT_READERS';

/** The wish for the newest version of the reader among the workers that run. */
export const NEWEST = 'newest';

/** A wish as a token of a subject, in which dots part tokens. */
const tokenOf = (wish: string): string => wish.replace(/[^\w@-]/g, '_');

export const jobSubject = (wish: string): string => `holdout.jobs.${tokenOf(wish)}`;
export const DEAD_SUBJECT = 'holdout.dead';
export const readerSubject = (reader: string): string => `holdout.readers.${reader}`;
/** The reader in a subject of `readerSubject`. */
export const readerOfSubject = (subject: string): string => subject.replace(/^holdout\.readers\./, '');
/** The consumer that all workers of a wish share. */
export const consumerName = (wish: string): string => `jobs-${tokenOf(wish)}`;
