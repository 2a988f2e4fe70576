/** A bench of the project: a script that prints Markdown tables whose last column is a ratio. */
export interface Bench {
  readonly name: string;
  /** Against what: a peer, or a limit and where it comes from. Below 1 is better, or within the limit. */
  readonly against: string;
  readonly script: string;
  /** Arguments of the run that `npm run bench` makes. */
  readonly args?: readonly string[];
}

/** Every bench; `npm run bench` runs these, in this order. A new one is a line here. */
export const BENCHES: readonly Bench[] = [
  { name: 'Reader', against: 'wink-nlp’s bare tagging of the same texts on the same core', script: 'bench/reader.ts' },
  { name: 'Count, chances, cheapest flips, power', against: 'limits of the issues on counting and models', script: 'bench/power.ts' },
  { name: 'Bargaining', against: 'ten seconds for ten thousand runs', script: 'bench/models.ts' },
  { name: 'Register', against: 'limits of the issue on the register, and a file of JSON lines that is scanned', script: 'bench/register.ts', args: ['--signals', '100000'] },
  { name: 'Page', against: 'limits of the issue on the page, in a real browser', script: 'bench/page.ts', args: ['--documents', '2000', '--evidence', '1000'] },
  { name: 'Kept analyses', against: 'reading afresh: 2.5 times as many articles for a further question, a first reading at most 3% dearer', script: 'bench/analyses.ts', args: ['--documents', '200'] },
  { name: 'Scale', against: 'limits of the issue on scale: one worker, and reading without queue and register', script: 'bench/scale.ts', args: ['--documents', '300'] },
];
