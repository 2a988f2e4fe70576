/**
 * `npm run sbom`: what is installed with Holdout as CycloneDX JSON, the same for the same lockfile. npm writes the list; what is only for
 * development is taken out here, by the lockfile's own marks, because `npm sbom --omit dev` also drops what development needs too.
 */
import { execFileSync } from 'node:child_process';
import lock from '../package-lock.json' with { type: 'json' };
import project from '../package.json' with { type: 'json' };

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
}
interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { name: string } };
  components: readonly Component[];
  dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const bom = JSON.parse(execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], { encoding: 'utf8', maxBuffer: 100_000_000 })) as Bom;
interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}
const installed = new Set(
  Object.entries(lock.packages as Readonly<Record<string, Locked>>)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1) ?? ''}@${version ?? ''}`),
);
const components = bom.components.filter(({ name, version }) => installed.has(`${name}@${version}`));
const refs = new Set(components.map((c) => c['bom-ref']));
const own = `${project.name}@${project.version}`;
delete bom.serialNumber;
delete bom.metadata.timestamp;
bom.metadata.component.name = project.name;
bom.components = components;
bom.dependencies = bom.dependencies.filter(({ ref }) => refs.has(ref) || ref === own).map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((to) => refs.has(to)) }));
console.log(JSON.stringify(bom, null, 1));
