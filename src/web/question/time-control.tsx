import { useEffect, useRef, useState } from 'preact/hooks';
import { apiPath } from '../data/client.js';
import type { Timeline, TimelineMoment } from '../../domain/timeline.js';
import { useAnswer } from '../data/use-answer.js';
import { day, instant, t } from '../messages/index.js';
import { navigate } from '../routing/navigate.js';
import { withSettings, type Place } from '../routing/place.js';
import { STANCE_LOOKS } from '../stances.js';
import './time-control.css';

interface Props {
  readonly place: Place;
  /** Shows a moment at once, before the server has counted it; null when the count itself is there. */
  readonly onPreview: (moment: TimelineMoment | null) => void;
}

const STEP_MS = 900;

/** Replays the count: a slider over the moments at which it changed, by what was said when or by what the register knew when. */
export function TimeControl({ place, onPreview }: Props) {
  const { data } = useAnswer<Timeline>(apiPath(`/questions/${encodeURIComponent(place.question)}/timeline`, { option: place.settings['option'] }));
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const settle = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const recorded = Boolean(place.settings['knownAt']) || place.settings['time'] === 'recorded';
  const moments = data ? (recorded ? data.recorded : data.valid) : [];
  const asked = recorded ? place.settings['knownAt'] : place.settings['asOf'];
  const last = moments.length - 1;
  // The address may name a day between two moments: the count is that of the one before.
  const fromAddress = asked ? Math.max(0, moments.filter((m) => m.at <= asked).length - 1) : last + 1;
  const index = at ?? fromAddress;
  const show = (to: number): void => {
    setAt(to);
    const moment = moments[to] ?? moments[last] ?? null;
    onPreview(moment);
    clearTimeout(settle.current);
    settle.current = setTimeout(() => {
      setAt(null);
      const value = to > last ? '' : (moments[to]?.at ?? '');
      navigate(withSettings(place, recorded ? { knownAt: value, asOf: '', time: 'recorded' } : { asOf: value, knownAt: '', time: '' }), 'replace');
    }, 140);
  };
  // Leaving within the moment before the address follows must not be undone by it.
  useEffect(
    () => () => {
      clearTimeout(settle.current);
    },
    [],
  );
  useEffect(() => {
    if (!playing) return undefined;
    if (index > last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => {
      show(index + 1);
    }, STEP_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [playing, index, last]);
  useEffect(() => {
    onPreview(null);
  }, [asked]);
  if (moments.length < 2 && !asked) {
    return (
      <section class="time time-short no-print" aria-label={t.time.title}>
        <Which place={place} recorded={recorded} />
        <p class="small soft">{data === null ? ' ' : recorded ? t.time.oneInstant : t.time.oneDay}</p>
      </section>
    );
  }
  const label = index > last ? t.time.now : recorded ? instant(moments[index]?.at ?? '') : day(moments[index]?.at ?? '');
  return (
    <section class="time no-print" aria-label={t.time.title}>
      <Which place={place} recorded={recorded} />
      <div class="time-track">
        <Strip moments={moments} index={index} />
        <input
          type="range"
          min={0}
          max={last + 1}
          step={1}
          value={index}
          aria-label={recorded ? t.time.recorded : t.time.valid}
          aria-valuetext={label}
          onInput={(event) => {
            setPlaying(false);
            show(Number(event.currentTarget.value));
          }}
        />
      </div>
      <div class="row">
        <button
          type="button"
          class="button"
          onClick={() => {
            if (!playing && index > last) show(0);
            setPlaying(!playing);
          }}
        >
          {playing ? t.time.pause : t.time.play}
        </button>
        <strong class="number" aria-live="polite">
          {label}
        </strong>
        {index <= last ? (
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              show(last + 1);
            }}
          >
            {t.time.toNow}
          </button>
        ) : null}
        {data?.thinned ? <span class="small soft">{t.time.thinned}</span> : null}
      </div>
    </section>
  );
}

/** Which of the two times the slider goes by. */
function Which({ place, recorded }: { readonly place: Place; readonly recorded: boolean }) {
  const set = (to: boolean) => (): void => {
    navigate(withSettings(place, { asOf: '', knownAt: '', time: to ? 'recorded' : '' }), 'replace');
  };
  return (
    <div class="row" role="group" aria-label={t.time.which}>
      <button type="button" class="button quiet" aria-pressed={!recorded} onClick={set(false)}>
        {t.time.valid}
      </button>
      <button type="button" class="button quiet" aria-pressed={recorded} onClick={set(true)}>
        {t.time.recorded}
      </button>
    </div>
  );
}

const SPOKEN = STANCE_LOOKS.filter(({ stance }) => stance !== 'unknown');
const STRIP_HEIGHT = 28;

/** Who had spoken by each moment: the available stand down from the top, holdouts up from the bottom, silence is the gap between them. */
function Strip({ moments, index }: { readonly moments: readonly TimelineMoment[]; readonly index: number }) {
  const most = Math.max(1, ...moments.map((m) => SPOKEN.reduce((sum, { stance }) => sum + m.tally[stance], 0)));
  const wide = 100 / Math.max(1, moments.length);
  return (
    <svg class="strip" viewBox={`0 0 100 ${String(STRIP_HEIGHT)}`} preserveAspectRatio="none" aria-hidden="true">
      {moments.map((m, i) => {
        const silent = STRIP_HEIGHT * (1 - SPOKEN.reduce((sum, { stance }) => sum + m.tally[stance], 0) / most);
        let y = 0;
        return SPOKEN.map(({ stance, square }, k) => {
          if (square && SPOKEN[k - 1]?.square === false) y += silent;
          const high = (STRIP_HEIGHT * m.tally[stance]) / most;
          const box = <rect key={`${m.at}${stance}`} class={`strip-part ${stance}${i > index ? ' later' : ''}`} x={i * wide} y={y} width={wide} height={high} />;
          y += high;
          return high > 0 ? box : null;
        });
      })}
    </svg>
  );
}
