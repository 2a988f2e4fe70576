import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A folder that the build makes beside the bundle, as seen from the bundle or from the source tree; null when it is not built. */
export function builtFolder(name: 'web' | 'web-export', file: string): string | null {
  for (const place of [`./${name}`, `../../dist/${name}`]) {
    const folder = fileURLToPath(new URL(place, import.meta.url));
    if (existsSync(`${folder}/${file}`)) return folder;
  }
  return null;
}
