/** Writes `docs/openapi.json` from the API's schemas, and the client's types from it. */
import { writeFileSync } from 'node:fs';
import openapiTs, { astToString } from 'openapi-typescript';
import { createApi } from '../src/api/create-api.js';
import { openApiDocument } from '../src/api/openapi.js';

/** The document and the types as they should stand in the files. */
export async function generated(): Promise<{ readonly document: string; readonly types: string }> {
  // SAFETY: routes are only described here, none is called.
  const document = openApiDocument(createApi({} as Parameters<typeof createApi>[0]));
  const ast = await openapiTs(JSON.stringify(document));
  return { document: `${JSON.stringify(document, null, 1)}\n`, types: `// Made from docs/openapi.json by \`npm run openapi\`; do not edit.\n${astToString(ast)}` };
}

if (process.argv[1]?.endsWith('write-openapi.ts')) {
  const { document, types } = await generated();
  writeFileSync(new URL('../docs/openapi.json', import.meta.url), document);
  writeFileSync(new URL('../src/client/openapi.ts', import.meta.url), types);
}
