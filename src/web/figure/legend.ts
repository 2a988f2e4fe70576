import type { CountReport } from '../../domain/report.js';
import { number } from '../messages/index.js';
import { STANCE_LOOKS, wordOf } from '../stances.js';
import type { PictureText } from './picture.js';

/** The legend of a picture that leaves the page, with the colours of the scheme in use. */
export function legendOf(report: CountReport): PictureText['legend'] {
  const root = getComputedStyle(document.documentElement);
  return STANCE_LOOKS.flatMap(({ stance, mark }) => {
    const n = report.members.filter((m) => m.stance === stance).length;
    const name = stance === 'abstract-support' ? 'abstract' : stance;
    const colour = (of: string): string => root.getPropertyValue(of).trim();
    return n === 0 ? [] : [{ mark, word: `${wordOf(stance)} ${number(n)}`, fill: colour(`--${name}`), on: colour(`--on-${name}`), rim: colour(`--edge-${name}`) }];
  });
}
