import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The rooms of the house and what each may import. One direction only:
 * domain ◄ knowledge ◄ read, gather, count ◄ register ◄ work ◄ app ◄ cli, api; web talks to the API alone.
 * `read`, `count` and `model` are pure: no clock, no network, no disk.
 */
const rooms = {
  domain: [],
  knowledge: ['domain'],
  observe: ['domain'],
  gather: ['domain'],
  read: ['domain', 'knowledge'],
  count: ['domain', 'knowledge'],
  model: ['domain', 'knowledge', 'count'],
  llm: ['domain', 'knowledge', 'read'],
  register: ['domain', 'observe'],
  work: ['domain', 'observe', 'knowledge', 'gather', 'read', 'register'],
  app: ['domain', 'observe', 'knowledge', 'gather', 'read', 'llm', 'register', 'work', 'count', 'model'],
  api: ['domain', 'observe', 'app'],
  cli: ['domain', 'observe', 'app', 'api'],
  client: [],
  web: ['domain', 'client'],
};
const pure = new Set(['domain', 'knowledge', 'read', 'count', 'model', 'client', 'web']);
const nodeBuiltins = [{ regex: '^node:', message: 'This room is pure: no disk, network or clock.' }];

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  ignores: ['**/*.test.ts', '**/*.test.tsx'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...Object.keys(rooms)
            .filter((other) => other !== room && !allowed.includes(other))
            .map((other) => ({
              regex: `^(\\.\\./)+${other}(/|$)`,
              message: `src/${room} may not import src/${other}: rooms depend one way (see ARCHITECTURE.md).`,
            })),
          ...(pure.has(room) ? nodeBuiltins : []),
        ],
      },
    ],
    ...(pure.has(room)
      ? {
          'no-restricted-globals': ['error', ...(room === 'web' || room === 'client' ? [] : ['fetch', 'process', 'setTimeout'])],
          'no-restricted-properties': [
            'error',
            ...(room === 'web' ? [] : [
              { object: 'Date', property: 'now', message: 'Pure rooms take the time as a parameter.' },
              { object: 'Math', property: 'random', message: 'Pure rooms take a seeded generator.' },
            ]),
          ],
        }
      : {}),
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.holdout/', '.stryker/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'off',
    },
  },
  { files: ['tests/**', '**/*.test.ts', 'training/**', 'bench/**', 'chaos/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  ...roomRules,
);
