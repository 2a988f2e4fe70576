/** What makes each of the patterns that are made at run time: loading the module, and calling what waits for a word. */
export const MAKERS: Readonly<Record<string, () => Promise<unknown>>> = {
  'src/app/models/actors-file.ts': async () => {
    const { parseActors } = await import('../../src/app/models/actors-file.js');
    return [parseActors({ name: 'a.csv', text: 'name,position1,position 2,capability,salience_1,sal2\nA,4±0.5,3..4..6,1,0.5,0.5\n' }), parseActors({ name: 'a.yaml', text: '- {name: A, position: 4+-1, capability: 1, salience: x}' })];
  },
  'src/gather/normalise-text.ts': () => import('../../src/gather/normalise-text.js'),
  'src/gather/publication-date.ts': () => import('../../src/gather/publication-date.js'),
  'src/llm/instructions.ts': () => import('../../src/llm/instructions.js'),
  'src/read/stance/context.ts': () => import('../../src/read/stance/context.js'),
  'src/read/statements/build-statements.ts': () => import('../../src/read/statements/build-statements.js'),
};
