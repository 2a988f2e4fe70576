import type { AnswerError } from '../data/client.js';
import { t } from '../messages/index.js';

/** A failure in one sentence with what to do; what was shown before stays. */
export function Failed({ error }: { readonly error: AnswerError }) {
  const text = error.code === 'offline' ? t.failure.offline : error.code === 'not-exported' ? t.failure.notExported : error.message || t.failure.unknown;
  return (
    <p class="notice bad" role="alert">
      {text}
    </p>
  );
}

export function Waiting() {
  return (
    <p class="waiting soft" role="status">
      {t.waiting}
    </p>
  );
}
