import { defineConfig } from 'vite';

/** The page as one script and one style sheet with its fonts and map in them, for exports that open from a disk. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../../dist/web-export',
    emptyOutDir: true,
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    rolldownOptions: { input: `${import.meta.dirname}/main.tsx`, output: { codeSplitting: false, entryFileNames: 'page.js', assetFileNames: 'page[extname]' } },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
