/**
 * Fault tests in their long form: npm run chaos [-- --documents 10000]. Prints faults injected and losses as Markdown; exit status 1 for any
 * loss. Needs nats-server and PostgreSQL's server programs, and `npm run build` first.
 */
import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { startPostgres } from '../tests/register/postgres-server.js';
import { endlessFeed, fullDisk, jumpingClock, slowDevice } from './other-faults.js';
import { startPlace } from './place.js';
import { calm, FAULTS, storm, type Aftermath, type Holding } from './storm.js';

const at = process.argv.indexOf('--documents');
const DOCUMENTS = at < 0 ? 10_000 : Number(process.argv[at + 1]);
const FEW = Math.max(60, Math.round(DOCUMENTS / 20));
const { worker, postgres, node, cut, delay, restart, register, queue } = FAULTS;
/** Ten kills, and six troubles that kill nothing. */
const STORM = [worker, postgres, node, cut, worker, node, register, postgres, delay, worker, restart, queue, postgres, cut, node, worker];

const note = (line: string): void => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
let losses = 0;
const row = (what: string, documents: number, faults: string, lost: number, doubled: number, sameHash: boolean, more: string): void => {
  losses += lost + doubled + (sameHash ? 0 : 1);
  console.log(`| ${what} | ${String(documents)} | ${faults} | ${String(lost)} | ${String(doubled)} | ${sameHash ? 'yes' : 'NO'} | ${more} |`);
};
const stormRow = (what: string, after: Aftermath, expected: Holding): void => {
  const { documents, hash, doubled, injected, submissions, ownDeaths, fullDisks, exits, dead, seconds } = after;
  const counts = [...new Set(injected)].map((name) => `${String(injected.filter((other) => other === name).length)} × ${name}`);
  const troubles = [...(ownDeaths.length === 0 ? [] : [`workers died by themselves ${String(ownDeaths.length)} times`]), ...(exits.every((status) => status === 0) ? [] : ['a worker did not end with 0']), ...(dead === 0 ? [] : [`${String(dead)} jobs put aside`])];
  losses += troubles.length;
  for (const said of ownDeaths) note(said);
  row(what, documents, counts.join('; ') || 'none but that', expected.documents - documents, doubled, hash === expected.hash, `${seconds.toFixed(0)} s; handed in ${String(submissions)} ${submissions === 1 ? 'time' : 'times'}${fullDisks === 0 ? '' : `; workers said ${String(fullDisks)} times that the disk was full`}${troubles.length === 0 ? '' : `; ${troubles.join(', ')}`}`);
};

note(`${String(DOCUMENTS)} documents without faults`);
const server = await startPostgres();
const expected = await calm(await server.newDatabase(), DOCUMENTS);
const few = await calm(await server.newDatabase(), FEW);
await server.stop();
const version = (program: string, ...args: string[]): string => execFileSync(program, args).toString().trim();
console.log(`Node ${process.version}, ${version('nats-server', '--version')}, ${String(cpus().length)} cores (${cpus()[0]?.model.trim() ?? ''}), ${String(Math.round(totalmem() / 1e9))} GB; ${new Date().toISOString().slice(0, 10)}.\n`);
console.log('| what | documents | faults injected | lost | doubled | same hash as without faults | more |\n| --- | --- | --- | --- | --- | --- | --- |');
const place = await startPlace();
stormRow('two workers, one register, three NATS servers', await storm(place, DOCUMENTS, STORM, 2, note), expected);
await place.stop();
note('full disk');
const full = await fullDisk(FEW, note);
if (full === null) console.log('| full disk | – | skipped: no rights to mount a small one | – | – | – | |');
else stormRow('full disk', full, few);
note('slow device');
const slow = await slowDevice(FEW, note);
if (slow === null) console.log('| slow device | – | skipped: no C compiler to make one | – | – | – | |');
else stormRow('device of PostgreSQL that takes 0.1 s to sync and 0.2 s a megabyte', slow, few);
note('clock jumps');
const jumps = await jumpingClock(FEW);
row('clock that jumps by up to a day at every look', FEW, 'at every transaction', 0, 0, jumps.hash === few.hash, `${String(jumps.backwards)} readings recorded before an earlier one`);
losses += jumps.backwards;
note('a feed that never ends');
const endless = await endlessFeed(30);
row('a feed that never ends, left after 30 s', endless.stored, 'stopped in mid-chunk', 0, 0, true, `${String(endless.given - endless.stored)} taken and not stored; memory ${endless.earlyMb.toFixed(0)} MB early, ${endless.lateMb.toFixed(0)} MB late`);
console.log(`\n${losses === 0 ? 'Nothing was lost or doubled.' : `${String(losses)} losses or troubles.`}`);
process.exitCode = losses === 0 ? 0 : 1;
