/** The state of the server, in English. */
export const status = {
  status: {
    title: 'State of this server',
    lead: 'Whether it can answer, and how quickly it does. The same for programs: /healthz, /readyz, /metrics and /api/status.',
    ready: 'The register answers.',
    notReady: 'The register does not answer.',
    reader: 'Reader',
    up: 'Running for',
    hours: (hours: number): string => `${hours.toLocaleString('en', { maximumFractionDigits: 1 })} hours`,
    memory: 'Memory',
    megabytes: (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`,
    caption: 'Since the server started. Times are the ends of classes: that many were done within them.',
    of: 'Of',
    count: 'Number',
    failed: 'Failed',
    median: 'Half within',
    p95: '95 in 100 within',
    requests: 'Requests',
    queries: 'Queries of the register',
    within: (ms: number | null): string => (ms === null ? '–' : `${ms.toLocaleString('en')} ms`),
    none: 'This server keeps no figures.',
  },
};
