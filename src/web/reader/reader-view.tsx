import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DocumentReport, EvidenceReport } from '../../domain/report.js';
import { STANCES, type Stance } from '../../domain/stance.js';
import { apiPath, isExport } from '../data/client.js';
import { useName } from '../data/names.js';
import { useAnswer } from '../data/use-answer.js';
import { day, list, reasonWord, t } from '../messages/index.js';
import { useAuthor } from '../parts/author.js';
import { Voice } from '../parts/quote.js';
import { LongList } from '../parts/long-list.js';
import { StanceMark, StanceWord } from '../parts/stance-mark.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { Link } from '../routing/link.js';
import { navigate } from '../routing/navigate.js';
import { within, withSettings, type Place } from '../routing/place.js';
import { useTitle } from '../shell/use-title.js';
import { wordOf } from '../stances.js';
import { AddSignal } from './add-signal.js';
import { piecesOf, selectedSpan, type Piece } from './pieces.js';
import { useDecisions, type Decisions } from './use-decisions.js';
import './reader-view.css';

/** The document with what was read in it, in the reading order, to be checked from the keyboard. */
export function ReaderView({ place }: { readonly place: Place }) {
  const { data, error } = useAnswer<DocumentReport>(apiPath(`/documents/${encodeURIComponent(place.id)}`, { question: place.question }));
  useTitle(data?.title ?? '');
  if (data === null || data.id !== place.id) return error ? <Failed error={error} /> : <Waiting />;
  return <Reader key={data.id} document={data} place={place} />;
}

/** Addresses that may be opened: what a text calls its address is not trusted. */
const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);

function Reader({ document: doc, place }: { readonly document: DocumentReport; readonly place: Place }) {
  const [author, authorField] = useAuthor(t.reader.authorWhy);
  const [correcting, setCorrecting] = useState(false);
  const [selected, setSelected] = useState<{ readonly start: number; readonly end: number } | null>(null);
  const decisions = useDecisions(place.question, author);
  const text = useRef<HTMLDivElement>(null);
  const signals = useMemo(() => [...doc.evidence].sort((a, b) => a.span.start - b.span.start || a.member.localeCompare(b.member)), [doc]);
  const pieces = useMemo(() => piecesOf(doc), [doc]);
  const at = Math.max(0, signals.findIndex((s) => s.signalId === place.settings['signal']));
  const active = signals[at];
  const go = (to: number): void => {
    const next = signals[(to + signals.length) % signals.length];
    setCorrecting(false);
    if (next) navigate(withSettings(place, { signal: next.signalId }), 'replace');
  };
  useEffect(() => {
    text.current?.querySelector('.active-signal')?.scrollIntoView({ block: 'nearest' });
    globalThis.document.querySelector('.signal.active')?.scrollIntoView({ block: 'nearest' });
  }, [active?.signalId]);
  const act = (action: 'accept' | 'reject'): void => {
    if (!active || author === '') return;
    decisions.decide({ action, signal: active.signalId });
    go(at + 1);
  };
  useEffect(() => {
    const keys: Readonly<Record<string, () => void>> = {
      j: () => { go(at + 1); },
      k: () => { go(at - 1); },
      ...(isExport ? {} : { a: () => { act('accept'); }, r: () => { act('reject'); }, c: () => { setCorrecting(true); }, u: () => { decisions.undo(); } }),
    };
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      const action = keys[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
    };
  });
  return (
    <div class="reader">
      <article>
        <p class="kicker">
          <Link to={within(place, 'sources')}>{t.views['sources']}</Link>
        </p>
        <h1 dir="auto">{doc.title || t.untitled}</h1>
        <p class="small soft">
          {[doc.publisher, doc.published ? day(doc.published) : ''].filter(Boolean).join(', ')}
          {doc.address ? ' · ' : ''}
          {isWeb(doc.address) ? (
            <a href={doc.address} rel="noreferrer noopener external" target="_blank">
              {t.reader.original}
            </a>
          ) : (
            doc.address
          )}
        </p>
        <p class="reader-legend small">
          {t.reader.legend} <span class="source">{t.reader.source}</span> <span class="cue">{t.reader.cue}</span> <span class="content">{t.reader.content}</span> <mark class="evidence-mark">{t.reader.evidence}</mark>
        </p>
        <div
          class="reader-text"
          dir="auto"
          ref={text}
          onMouseUp={() => {
            if (!isExport && text.current) setSelected(selectedSpan(text.current, getSelection()));
          }}
        >
          {pieces.map((p) => (
            <PieceView key={p.start} p={p} active={active?.signalId ?? ''} stanceOf={(id) => signals.find((s) => s.signalId === id)?.stance ?? null} onChoose={(id) => { go(signals.findIndex((s) => s.signalId === id)); }} />
          ))}
        </div>
      </article>
      <aside class="reader-side stack" aria-label={t.reader.side}>
        <h2 class="aside-title">{t.reader.signals(signals.length)}</h2>
        {isExport ? null : authorField}
        {signals.length === 0 ? <p class="soft">{t.reader.none}</p> : <p class="small soft no-print">{t.reader.keys}</p>}
        <Pending decisions={decisions} />
        <LongList
          items={signals}
          keyOf={(s) => s.signalId}
          label={t.reader.signals(signals.length)}
          rowHeight={90}
          keep={at}
          row={(s, i) => (
            <Signal s={s} active={i === at} place={place} onChoose={() => { go(i); }}>
              {i === at && !isExport ? (
                <div class="row no-print">
                  <button type="button" class="button" disabled={author === ''} onClick={() => { act('accept'); }}>
                    {t.reader.accept}
                  </button>
                  <button type="button" class="button" aria-expanded={correcting} disabled={author === ''} onClick={() => { setCorrecting(!correcting); }}>
                    {t.reader.correct}
                  </button>
                  <button type="button" class="button" disabled={author === ''} onClick={() => { act('reject'); }}>
                    {t.reader.reject}
                  </button>
                  {correcting ? (
                    <Correct
                      stance={s.stance}
                      onDone={(stance) => {
                        setCorrecting(false);
                        if (stance) {
                          decisions.decide({ action: 'correct', signal: s.signalId, stance });
                          go(at + 1);
                        }
                      }}
                    />
                  ) : null}
                </div>
              ) : null}
            </Signal>
          )}
        />
        {isExport ? null : <AddSignal key={selected ? `${String(selected.start)} ${String(selected.end)}` : ''} document={doc} selected={selected} author={author} place={place} decisions={decisions} />}
      </aside>
    </div>
  );
}

interface PieceProps {
  readonly p: Piece;
  readonly active: string;
  readonly stanceOf: (signal: string) => Stance | null;
  readonly onChoose: (signal: string) => void;
}

function PieceView({ p, active, stanceOf, onChoose }: PieceProps) {
  const [first] = p.signals;
  const classes = p.layers.filter((l) => l !== 'evidence').join(' ');
  const marked = p.attribution ? { 'data-attribution': t.attribution[p.attribution as keyof typeof t.attribution] } : {};
  if (p.text === '\n') return <span data-start={p.start} class="line-end">{p.text}</span>;
  if (!first) return <span data-start={p.start} class={classes} {...marked}>{p.text}</span>;
  const isActive = p.signals.includes(active);
  const stance = stanceOf(isActive ? active : first);
  return (
    <mark data-start={p.start} class={`evidence-mark ${classes} ${stance ?? ''}${isActive ? ' active-signal' : ''}`} {...marked} onClick={() => { if (getSelection()?.isCollapsed !== false) onChoose(first); }}>
      {p.text}
    </mark>
  );
}

interface SignalProps {
  readonly s: EvidenceReport;
  readonly active: boolean;
  readonly place: Place;
  readonly onChoose: () => void;
  readonly children: preact.ComponentChildren;
}

function Signal({ s, active, place, onChoose, children }: SignalProps) {
  const name = useName()(s.member);
  return (
    <div class={`signal ${s.stance}${active ? ' active' : ''}`}>
      <p class="row">
        <button type="button" class="signal-choose" aria-pressed={active} onClick={onChoose}>
          <StanceMark stance={s.stance} /> <strong>{name}</strong> <span class="stance-word">{wordOf(s.stance)}</span>
        </button>
        <Link to={within(place, 'member', s.member)} label={t.reader.memberOf(name)}>
          {t.reader.member}
        </Link>
      </p>
      {active ? (
        <div class="tight small">
          <p>
            <Voice e={s} />
          </p>
          {s.condition ? (
            <p>
              <strong>{t.condition}</strong> “{s.condition.quote}”
            </p>
          ) : null}
          {s.reasons.length > 0 ? (
            <p>
              <strong>{t.member.reason(s.reasons.length)}</strong> {list(s.reasons.map((r) => reasonWord(r.kind)))}
            </p>
          ) : null}
          <p class="soft">
            {t.member.readBy} <code>{s.rule}</code> ({s.reader})
          </p>
          {children}
        </div>
      ) : null}
    </div>
  );
}

function Correct({ stance, onDone }: { readonly stance: Stance; readonly onDone: (stance: Stance | null) => void }) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  return (
    <div class="row" role="group" aria-label={t.reader.correctTo} onKeyDown={(event) => { if (event.key === 'Escape') onDone(null); }}>
      {STANCES.filter((s) => s !== stance).map((s, i) => (
        <button type="button" key={s} class="button" {...(i === 0 ? { ref: first } : {})} onClick={() => { onDone(s); }}>
          <StanceWord stance={s} />
        </button>
      ))}
    </div>
  );
}

function Pending({ decisions: { pending, error, undo } }: { readonly decisions: Decisions }) {
  return (
    <div role="status" class="no-print">
      {pending ? (
        <p class="notice row">
          <span>{t.reader.decided[pending.action]}</span>
          <button type="button" class="button" onClick={() => { undo(); }}>
            {t.reader.undo}
          </button>
        </p>
      ) : null}
      {error ? <Failed error={error} /> : null}
    </div>
  );
}
