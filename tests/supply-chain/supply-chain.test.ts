import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };
import project from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly integrity?: string;
}
const packages = Object.entries(lock.packages as Readonly<Record<string, Locked>>).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? path;

/** Licences that ask for no more than to be named. */
const PERMISSIVE = new Set(['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0', 'PSF-2.0', 'Zlib', 'Unlicense', 'AFL-2.1']);
/** Others, each looked at: why it may be here. */
const LOOKED_AT: Readonly<Record<string, string>> = {
  duck: 'BSD: its file is the two-clause one',
  'caniuse-lite': 'CC-BY-4.0: data for building, not distributed',
  '@fontsource-variable/source-sans-3': 'OFL-1.1: a font, served with its licence',
  '@fontsource-variable/source-serif-4': 'OFL-1.1: a font, served with its licence',
};
/** Weak copyleft, by file: for building and testing alone. */
const DEV_ONLY = new Set(['MPL-2.0']);

/** Whether one may be chosen of what an SPDX expression offers; parts joined by AND must all be. */
const isAllowed = (expression: string, isDev: boolean): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => PERMISSIVE.has(licence.trim()) || (isDev && DEV_ONLY.has(licence.trim()))));

describe('dependencies', () => {
  const direct = [...Object.keys(project.dependencies), ...Object.keys(project.devDependencies), ...Object.keys(project.peerDependencies)];
  const documented = new Set([...readFileSync(join(root, 'docs/dependencies.md'), 'utf8').matchAll(/`([^`\s]+)`/g)].map(([, name]) => name));

  test('each direct one has its reason in docs/dependencies.md', () => {
    expect(direct.filter((name) => !documented.has(name))).toEqual([]);
  });
  test('each is pinned in the lockfile by the hash of what is installed', () => {
    expect(packages.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
    expect(direct.filter((name) => !packages.some(([path]) => path === `node_modules/${name}`))).toEqual([]);
  });
  test('each licence allows what Holdout does with it', () => {
    const refused = packages.filter(([path, { license, dev }]) => !(nameOf(path) in LOOKED_AT) && !isAllowed(license ?? 'none', dev === true));
    expect(refused.map(([path, { license }]) => `${nameOf(path)}: ${license ?? 'none'}`)).toEqual([]);
    expect(isAllowed('GPL-3.0-only', true)).toBe(false);
    expect(isAllowed('MIT AND GPL-2.0', false)).toBe(false);
    expect(isAllowed('(MIT OR GPL-3.0-or-later)', false)).toBe(true);
    expect(isAllowed('MPL-2.0', false)).toBe(false);
  });
  test('what is installed says the same licence as the lockfile', () => {
    const other = packages.flatMap(([path, { license, version }]) => {
      const file = join(root, path, 'package.json');
      if (!existsSync(file)) return [];
      const own = JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type?: string }; version?: string };
      const said = typeof own.license === 'object' ? own.license.type : own.license;
      return own.version === version && (said === undefined || said === license) ? [] : [`${path}: ${String(said)} ${String(own.version)}`];
    });
    expect(other).toEqual([]);
  });
});

describe('the bill of materials', () => {
  test('CycloneDX names everything that is installed with Holdout, and no place of this machine', { timeout: 60_000 }, () => {
    const text = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8', maxBuffer: 50_000_000 });
    const bom = JSON.parse(text) as { bomFormat: string; specVersion: string; components: { name: string; version: string; purl: string; licenses?: unknown[]; hashes?: unknown[] }[] };
    expect([bom.bomFormat, bom.specVersion]).toEqual(['CycloneDX', '1.5']);
    const named = new Set(bom.components.map(({ purl }) => decodeURIComponent(purl)));
    const runtime = packages.filter(([, p]) => p.dev !== true && !('devOptional' in p));
    expect(runtime.length).toBeGreaterThan(80);
    expect(runtime.filter(([path, { version }]) => !named.has(`pkg:npm/${nameOf(path)}@${version ?? ''}`)).map(([path]) => path)).toEqual([]);
    expect(bom.components.filter(({ name }) => name in project.devDependencies)).toEqual([]);
    expect(text).not.toContain(root);
  });
});
