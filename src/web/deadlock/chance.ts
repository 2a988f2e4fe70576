import { percent, t } from '../messages/index.js';

/** A chance of 0–1 in words that do not pretend: “under 0.1%” instead of a rounded nought. */
export const chance = (share: number): string => (share > 0 && share < 0.001 ? t.deadlock.under : share < 1 && share > 0.999 ? t.deadlock.over : percent(share));
