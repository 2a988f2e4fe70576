import { userInfo } from 'node:os';

/** Who acts: the name given, else HOLDOUT_AUTHOR, else the account's; may be empty when the given one is. */
export const accountName = (given: string | undefined): string => (given ?? process.env['HOLDOUT_AUTHOR'] ?? userInfo().username).trim();
