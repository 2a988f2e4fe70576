import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../messages/index.js';
import { permalink } from '../routing/navigate.js';
import type { Place } from '../routing/place.js';
import { standalone, toPng, type PictureText } from './picture.js';
import { save, toCsv, type Table } from './save.js';
import './figure.css';

interface Props {
  readonly title: string;
  /** One sentence with counts and denominators: what the picture says, without the picture. */
  readonly caption: string;
  readonly citation: string;
  readonly place: Place;
  /** Name of the files, without ending. */
  readonly file: string;
  /** The numbers behind the picture, first row the names of columns. */
  readonly table: () => Table;
  readonly legend?: () => PictureText['legend'];
  readonly help?: ComponentChildren;
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A picture with all that it owes its reader: a caption in words, its numbers, a citation, a link, and itself as a file. */
export function Figure({ title, caption, citation, place, file, table, legend, help, tools, children }: Props) {
  const id = useId();
  const holder = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const drawn = (): ReturnType<typeof standalone> | null => {
    const svg = holder.current?.querySelector<SVGSVGElement>('svg[data-picture]');
    return svg ? standalone(svg, { title, caption, citation, legend: legend?.() ?? [] }) : null;
  };
  const saveSvg = (): void => {
    const picture = drawn();
    if (picture) save(`${file}.svg`, picture.markup, 'image/svg+xml');
  };
  const savePng = async (): Promise<void> => {
    const picture = drawn();
    if (picture) save(`${file}.png`, await toPng(picture));
  };
  const copy = (text: string): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setSaid(t.figure.copied);
      },
      () => {
        setSaid(t.figure.notCopied);
      },
    );
  };
  return (
    <figure class="figure" aria-labelledby={id}>
      <div class="figure-head">
        <h2 id={id}>
          {title}
          {help}
        </h2>
        <div class="row no-print">
          {tools}
          <details class="figure-menu">
            <summary class="button quiet">{t.figure.save}</summary>
            <div class="figure-choices card">
              <div class="row">
                <button type="button" class="button" onClick={saveSvg}>
                  SVG
                </button>
                <button type="button" class="button" onClick={() => void savePng()}>
                  PNG
                </button>
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    save(`${file}.csv`, toCsv(table()), 'text/csv;charset=utf-8');
                  }}
                >
                  CSV
                </button>
              </div>
              <p class="small">{citation}</p>
              <div class="row">
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    copy(citation);
                  }}
                >
                  {t.figure.copyCitation}
                </button>
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    copy(permalink(place));
                  }}
                >
                  {t.figure.copyLink}
                </button>
              </div>
              <p class="small soft" role="status">
                {said}
              </p>
            </div>
          </details>
        </div>
      </div>
      <div ref={holder}>{children}</div>
      <figcaption>{caption}</figcaption>
      <p class="citation">{citation}</p>
    </figure>
  );
}
