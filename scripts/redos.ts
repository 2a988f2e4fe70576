/** `npm run redos`: judges every pattern of the code and of `knowledge/` anew, and writes which are safe into `tests/attacks/safe-patterns.json`. */
import { writeFileSync } from 'node:fs';
import { faultOf, keyOf, VERDICTS } from '../tests/attacks/judge-pattern.js';
import { MAKERS } from '../tests/attacks/made-patterns.js';
import { patternsMadeBy, patternsOfCode } from '../tests/attacks/patterns.js';

const patterns = [...patternsOfCode().literals];
for (const [where, make] of Object.entries(MAKERS)) patterns.push(...(await patternsMadeBy(where, make)));
const distinct = new Map(patterns.map((p) => [keyOf(p), p]));
const safe: string[] = [];
for (const [key, pattern] of distinct) {
  const fault = faultOf(pattern);
  if (fault === null) safe.push(key);
  else console.log(`${pattern.where}: /${pattern.source}/${pattern.flags}: ${fault}`);
}
writeFileSync(VERDICTS, `${JSON.stringify({ safe: safe.sort() }, null, 1)}\n`);
console.log(`${String(distinct.size)} patterns, ${String(distinct.size - safe.length)} of them not linear.`);
process.exit(safe.length === distinct.size ? 0 : 1);
