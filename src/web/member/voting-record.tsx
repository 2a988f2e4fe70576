import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import { AnswerError, apiPath, ask } from '../data/client.js';
import { useName } from '../data/names.js';
import { number, percent, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { Failed } from '../parts/state-of-answer.js';
import { countQuery } from '../question/count-query.js';
import { Link } from '../routing/link.js';
import { within, type Place } from '../routing/place.js';

type Answer = Schemas['Prior'];

/** What the last file said of all silent members of a question, for this visit: the next member needs no other file. */
let last: { readonly path: string; readonly answer: Answer } | null = null;

const LIKE = 3;

/** What a silent member’s voting record suggests, from roll calls that the user brings; no evidence, and part of no count. */
export function VotingRecord({ member, place }: { readonly member: string; readonly place: Place }) {
  const path = apiPath(`/questions/${encodeURIComponent(place.question)}/prior`, countQuery(place));
  const [answer, setAnswer] = useState<Answer | null>(last?.path === path ? last.answer : null);
  const [error, setError] = useState<AnswerError | null>(null);
  const nameOf = useName();
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setError(null);
    try {
      const found = await ask<Answer>(path, undefined, JSON.stringify({ prior: await file.text() }));
      last = { path, answer: found };
      setAnswer(found);
    } catch (e) {
      setError(e instanceof AnswerError ? e : new AnswerError(String(e), 0, ''));
    }
  };
  const lean = answer?.leans.find((l) => l.member === member);
  return (
    <section class="tight">
      <h2 class="aside-title">
        {t.prior.title}
        <Help of={t.prior.title}>
          <p>{t.help.prior}</p>
        </Help>
      </h2>
      {lean && answer ? (
        <>
          <p>{t.prior.lean(number(Math.round(lean.lean)), number(answer.rollCalls))}</p>
          <ul class="bare small">
            {lean.like.slice(0, LIKE).map((x) => (
              <li key={x.member}>
                <Link to={within(place, 'member', x.member)}>{nameOf(x.member)}</Link> <span class="soft">{t.prior.like(percent(x.agreement), number(x.votes))}</span>
              </li>
            ))}
          </ul>
        </>
      ) : answer ? (
        <p>{t.prior.nothing}</p>
      ) : (
        <p class="small soft">{t.prior.what}</p>
      )}
      {error ? <Failed error={error} /> : null}
      <label class="button no-print">
        {t.prior.choose}
        <input type="file" accept=".csv,text/csv" class="visually-hidden" onChange={(e) => { void read(e.currentTarget.files?.[0]); e.currentTarget.value = ''; }} />
      </label>
      <p class="small soft no-print">{t.prior.hint}</p>
    </section>
  );
}
