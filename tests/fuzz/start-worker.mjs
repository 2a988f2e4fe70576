// Node 20 gives a thread no loader by its arguments; the thread registers one itself.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
