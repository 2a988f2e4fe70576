import type { Schemas } from '../../client/create-client.js';
import { apiPath } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { percent, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { Link } from '../routing/link.js';
import { within, type Place } from '../routing/place.js';

interface Props {
  readonly member: string;
  readonly place: Place;
}

const SHOWN = 5;

/** Whom a member listens to and who listens to it, by the influence model; and its power under the rule. */
export function Hearing({ member, place }: Props) {
  const { option, asOf } = place.settings;
  const base = `/questions/${encodeURIComponent(place.question)}`;
  const influence = useAnswer<Schemas['Influence']>(apiPath(`${base}/influence`, { option, asOf })).data;
  const power = useAnswer<Schemas['QuestionPower']>(apiPath(`${base}/power`, { option, asOf })).data;
  const mine = influence?.members.find((m) => m.member === member);
  const heardBy = (influence?.members ?? []).flatMap((m) => m.hears.filter((h) => h.member === member).map((h) => ({ member: m.member, share: h.share }))).sort((a, b) => b.share - a.share);
  const index = power?.power?.members.find((m) => m.member === member);
  const name = (code: string): string => influence?.members.find((m) => m.member === code)?.name ?? code;
  const rows = (list: readonly { readonly member: string; readonly share: number }[]) => (
    <ul class="bare">
      {list.slice(0, SHOWN).map((h) => (
        <li key={h.member}>
          <Link to={within(place, 'member', h.member)}>{name(h.member)}</Link> <span class="small soft number">{percent(h.share)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {index?.shapleyShubik && index.banzhafNormalised ? (
        <section class="tight">
          <h2 class="aside-title">
            {t.influence.power}
            <Help of={t.influence.power}>
              <p>{t.help.power}</p>
              <p>{power?.rule.citation}</p>
            </Help>
          </h2>
          <p>{t.influence.powerIs(percent(Number(index.shapleyShubik.value)), percent(Number(index.banzhafNormalised.value)))}</p>
        </section>
      ) : null}
      {mine ? (
        <section class="tight">
          <h2 class="aside-title">
            {t.influence.follows}
            <Help of={t.influence.follows}>
              <p>{t.help.influence}</p>
            </Help>
          </h2>
          {mine.hears.length > 0 ? rows(mine.hears) : <p class="small soft">{t.influence.noHears}</p>}
          <h3>{t.influence.followed}</h3>
          {heardBy.length > 0 ? rows(heardBy) : <p class="small soft">{t.influence.noHeard}</p>}
        </section>
      ) : null}
    </>
  );
}
