import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Data that stays out of the project, beside the checkout; null where it is absent. */
export const sharedFolder: string | null = (() => {
  const folder = resolve(import.meta.dirname, '../../shared');
  return existsSync(folder) ? folder : null;
})();

/** Name of a test that needs `../shared`, saying so where it is skipped. */
export const sharedTest = (name: string): string => (sharedFolder ? name : `${name} (skipped: no ../shared)`);
