import { expect, test } from 'vitest';
import { generated } from '../../scripts/write-openapi.js';

test('docs/openapi.json and the client’s types are what the routes make; `npm run openapi` writes them', async () => {
  const { document, types } = await generated();
  await expect(document).toMatchFileSnapshot('../../docs/openapi.json');
  await expect(types).toMatchFileSnapshot('../../src/client/openapi.ts');
});
