import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    client: 'src/client.ts',
    llm: 'src/llm.ts',
    // Each runs in a thread of its own, so it is a file of its own.
    'extract-worker': 'src/gather/guarded/extract-worker.ts',
    'read-thread': 'src/work/threads/read-thread.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outDir: 'dist',
  clean: true,
  dts: { entry: ['src/index.ts', 'src/client.ts', 'src/llm.ts'] },
  fixedExtension: false,
});
