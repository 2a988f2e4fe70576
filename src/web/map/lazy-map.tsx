import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CountReport, MemberReport } from '../../domain/report.js';
import type { Place } from '../routing/place.js';
import './lazy-map.css';

interface Props {
  readonly report: CountReport;
  readonly place: Place;
  readonly onChoose: (member: MemberReport) => void;
}

let loaded: FunctionComponent<Props> | null = null;

/** The map with its atlas, loaded after the first picture is there. */
export function LazyMap(props: Props) {
  const [View, setView] = useState<FunctionComponent<Props> | null>(() => loaded);
  useEffect(() => {
    if (loaded) return;
    void import('./members-map.js').then(({ MembersMap }) => {
      loaded = MembersMap;
      setView(() => MembersMap);
    });
  }, []);
  return View ? <View {...props} /> : <div class="map-room" />;
}
