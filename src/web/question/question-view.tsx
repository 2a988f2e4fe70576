import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CountReport, MemberReport } from '../../domain/report.js';
import { apiPath, isExport } from '../data/client.js';
import type { TimelineMoment } from '../../domain/timeline.js';
import { useAnswer } from '../data/use-answer.js';
import { LazyMap } from '../map/lazy-map.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { WhenNear } from '../parts/when-near.js';
import { navigate } from '../routing/navigate.js';
import { within, type Place } from '../routing/place.js';
import { useTitle } from '../shell/use-title.js';
import { Changes } from './changes.js';
import { countQuery } from './count-query.js';
import { Everyone } from './everyone.js';
import { Holdouts } from './holdouts.js';
import { News } from './news.js';
import { NothingRead } from './nothing-read.js';
import { Outcome } from './outcome.js';
import { Seats } from './seats.js';
import { TimeControl } from './time-control.js';
import './question-view.css';

/** The report with the stances of a moment that the slider passes, until the server's own count of it is there. */
function previewed(report: CountReport, moment: TimelineMoment | null): CountReport {
  if (moment === null) return report;
  return {
    ...report,
    count: { ...report.count, outcome: moment.outcome, sentence: moment.sentence, holdouts: report.count.holdouts.slice(0, 0).concat(report.members.flatMap((m) => { const s = moment.stances[m.member]; return s === 'oppose' || s === 'conditional' || s === 'abstract-support' ? [{ member: m.member, stance: s }] : []; })) },
    members: report.members.map((m) => ({ ...m, stance: moment.stances[m.member] ?? m.stance })),
  };
}

/** The question at a glance: outcome, seats, map, holdouts, what changed, and the way there. */
export function QuestionView({ place }: { readonly place: Place }) {
  const { data, error, loading } = useAnswer<CountReport>(apiPath(`/questions/${encodeURIComponent(place.question)}/count`, countQuery(place)));
  const [moment, setMoment] = useState<TimelineMoment | null>(null);
  useEffect(() => {
    setMoment(null);
  }, [data]);
  const report = useMemo(() => (data ? previewed(data, moment) : null), [data, moment]);
  useTitle(report?.count.sentence ?? '');
  if (report === null) return error ? <Failed error={error} /> : <Waiting />;
  const choose = (m: MemberReport): void => {
    navigate(within(place, 'member', m.member));
  };
  return (
    <div class="question" aria-busy={loading}>
      <Outcome report={report} place={place} />
      {error ? <Failed error={error} /> : null}
      <Changes place={place} />
      {report.documents === 0 && !place.settings['asOf'] && !place.settings['knownAt'] ? <NothingRead place={place} /> : <TimeControl place={place} onPreview={setMoment} />}
      <div class="question-grid">
        <div class="question-pictures">
          <Seats report={report} place={place} onChoose={choose} />
          <LazyMap report={report} place={place} onChoose={choose} />
        </div>
        <Holdouts report={report} place={place} />
      </div>
      <Everyone report={report} place={place} />
      {isExport || report.documents === 0 ? null : <WhenNear height={360}>{() => <News place={place} />}</WhenNear>}
    </div>
  );
}
