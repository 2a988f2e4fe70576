/** Holdout's API as a typed client: `import { createClient } from 'holdout/client'`. */
export { createClient, type HoldoutClient, type Schemas } from './client/create-client.js';
export type { paths as Paths } from './client/openapi.js';
