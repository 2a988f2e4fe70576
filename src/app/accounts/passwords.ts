import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's setting of scrypt that takes 32 MB: about a tenth of a second a try. */
const COST = { N: 32_768, r: 8, p: 3 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const MAX_MEMORY = 64_000_000;

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 1_000;

function derive(password: string, salt: Buffer, { N, r, p }: typeof COST): Promise<Buffer> {
  return new Promise((done, fail) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: MAX_MEMORY }, (error, key) => {
      if (error) fail(error);
      else done(key);
    });
  });
}

/** A password's hash with its parameters and salt: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether a password fits a hash. Without a hash it takes as long and never fits, so that time tells nothing about who has an account. */
export async function fitsPassword(password: string, hash: string | null): Promise<boolean> {
  const [method, n, r, p, salt, key] = (hash ?? '').split('$');
  if (method !== 'scrypt' || salt === undefined || key === undefined) {
    await derive(password, Buffer.alloc(SALT_BYTES), COST);
    return false;
  }
  const found = await derive(password, Buffer.from(salt, 'base64'), { N: Number(n), r: Number(r), p: Number(p) });
  const wanted = Buffer.from(key, 'base64');
  return found.length === wanted.length && timingSafeEqual(found, wanted);
}
