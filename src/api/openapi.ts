import type { Api } from './api.js';

/** The document that describes every route, made from the schemas that validate them. */
export const openApiDocument = (api: Api) =>
  api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Holdout',
      version: '1',
      description:
        'A whip count for councils of states. Lists are paged: the `Link` header (rel="next") names the next page. Answers carry an ETag. Errors are problem documents (RFC 9457) with a stable `code`.',
    },
    servers: [{ url: '/' }],
  });
