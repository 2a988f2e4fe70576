import type { Schemas } from '../../client/create-client.js';
import { apiPath } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { percent, t } from '../messages/index.js';
import { StanceWord } from '../parts/stance-mark.js';
import { Link } from '../routing/link.js';

interface Props {
  readonly member: string;
  readonly question: string;
  /** Option that is looked at. */
  readonly option: string;
}

/** Where a member stands on other options and other questions of this register. */
export function MemberRecordPanel({ member, question, option }: Props) {
  const { data } = useAnswer<Schemas['MemberRecord']>(apiPath(`/members/${encodeURIComponent(member)}`));
  if (data === null) return null;
  const elsewhere = data.positions.filter((p) => p.question !== question || p.option !== option);
  return (
    <section class="tight">
      <h2 class="aside-title">{t.member.elsewhere}</h2>
      {elsewhere.length === 0 ? <p class="small soft">{t.member.nowhere}</p> : null}
      <ul class="bare tight">
        {elsewhere.map((p) => (
          <li key={`${p.question} ${p.option}`}>
            <StanceWord stance={p.stance} /> <span class="small soft number">{percent(p.confidence)}</span>
            <br />
            <Link to={{ view: 'member', question: p.question, id: member, settings: { option: p.option } }}>{p.proposal}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
