/** What is written around a picture when it leaves the page. */
export interface PictureText {
  readonly title: string;
  readonly caption: string;
  readonly citation: string;
  readonly legend: readonly { readonly mark: string; readonly word: string; readonly fill: string; readonly on: string; readonly rim: string }[];
}

const SVG = 'http://www.w3.org/2000/svg';
const KEPT = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight', 'font-family', 'text-anchor', 'dominant-baseline', 'visibility'] as const;
const MARGIN = 24;

const make = (name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text) element.textContent = text;
  return element;
};

/** Writes the look that style sheets give into the elements: a picture on its own has no style sheet. */
function freeze(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of KEPT) {
    const value = style.getPropertyValue(name);
    if (value) to.setAttribute(name, value);
  }
  for (const name of ['class', 'tabindex', 'role', 'style', 'data-item']) to.removeAttribute(name);
  for (let i = 0; i < from.children.length; i++) {
    const [a, b] = [from.children[i], to.children[i]];
    if (a && b) freeze(a, b);
  }
}

/** Lines of at most `width` pixels, by the average width of a letter. */
function wrap(text: string, width: number, size: number): string[] {
  const most = Math.max(20, Math.floor(width / (size * 0.5)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The picture as an SVG that stands alone: its title above it, the legend, caption and citation below. */
export function standalone(svg: SVGSVGElement, text: PictureText): { readonly markup: string; readonly width: number; readonly height: number } {
  const root = getComputedStyle(document.documentElement);
  const colour = (name: string): string => root.getPropertyValue(name).trim();
  const box = svg.viewBox.baseVal;
  const [inner, tall] = [box.width || svg.clientWidth, box.height || svg.clientHeight];
  const width = Math.max(inner, 360) + 2 * MARGIN;
  const out = make('svg', { xmlns: SVG, width, 'font-family': "'Source Sans 3', system-ui, sans-serif" });
  const ground = make('rect', { width, fill: colour('--paper') });
  out.append(ground);
  let y = MARGIN;
  const write = (line: string, size: number, weight: number, fill: string): void => {
    y += size * 1.3;
    out.append(make('text', { x: MARGIN, y, 'font-size': size, 'font-weight': weight, fill }, line));
  };
  for (const line of wrap(text.title, width - 2 * MARGIN, 20)) write(line, 20, 650, colour('--ink'));
  y += 12;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  freeze(svg, copy);
  for (const [key, value] of Object.entries({ x: (width - inner) / 2, y, width: inner, height: tall })) copy.setAttribute(key, String(value));
  out.append(copy);
  y += tall + 16;
  let x = MARGIN;
  for (const item of text.legend) {
    const wide = 30 + item.word.length * 7.4;
    if (x + wide > width - MARGIN) {
      x = MARGIN;
      y += 24;
    }
    out.append(make('rect', { x, y: y - 4, width: 18, height: 18, rx: 3, fill: item.fill, stroke: item.rim }));
    out.append(make('text', { x: x + 9, y: y + 9, 'font-size': 11, 'font-weight': 700, 'text-anchor': 'middle', fill: item.on }, item.mark));
    out.append(make('text', { x: x + 24, y: y + 10, 'font-size': 14, fill: colour('--ink') }, item.word));
    x += wide;
  }
  y += text.legend.length > 0 ? 24 : 0;
  for (const line of wrap(text.caption, width - 2 * MARGIN, 14)) write(line, 14, 400, colour('--ink'));
  y += 6;
  for (const line of wrap(text.citation, width - 2 * MARGIN, 12)) write(line, 12, 400, colour('--soft'));
  const height = Math.ceil(y + MARGIN);
  ground.setAttribute('height', String(height));
  out.setAttribute('height', String(height));
  out.setAttribute('viewBox', `0 0 ${String(width)} ${String(height)}`);
  return { markup: new XMLSerializer().serializeToString(out), width, height };
}

/** Draws an SVG as a PNG at twice its size. Fails when the browser cannot draw it. */
export async function toPng(picture: { readonly markup: string; readonly width: number; readonly height: number }): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.markup)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * 2;
  canvas.height = picture.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => {
      if (blob) done(blob);
      else fail(new Error('the browser drew no picture'));
    }, 'image/png');
  });
}
