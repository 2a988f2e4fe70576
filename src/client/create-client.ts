import createOpenApiClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './openapi.js';

/** What the API's answers are made of, by the names of its OpenAPI document. */
export type Schemas = components['schemas'];

/** A client of Holdout's API whose paths, parameters and answers are typed by its OpenAPI document. */
export type HoldoutClient = Client<paths>;

/**
 * A typed client of a Holdout server.
 *
 *     const holdout = createClient('http://127.0.0.1:4173');
 *     const { data, error } = await holdout.GET('/api/questions/{id}/count', { params: { path: { id: 'nato-ukraine-2024' } } });
 *
 * An `error` is a problem document: its `detail` is a sentence, its `code` is stable.
 * @param token an API token of a team server; a server on loopback needs none
 */
export function createClient(baseUrl: string, token?: string): HoldoutClient {
  return createOpenApiClient<paths>({ baseUrl, headers: token === undefined ? {} : { Authorization: `Bearer ${token}` } });
}
