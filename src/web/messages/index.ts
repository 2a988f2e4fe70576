import { en } from './en.js';

/** All that a language has to say; English is the complete one. */
export type Messages = typeof en;

const CATALOGUES: Readonly<Record<string, Messages>> = { en };

const wanted = navigator.languages.find((tag) => CATALOGUES[tag.split('-')[0] ?? ''] !== undefined);

/** The catalogue in use. */
export const t: Messages = CATALOGUES[wanted?.split('-')[0] ?? 'en'] ?? en;

/** Numbers and dates follow the user's own region where it speaks the catalogue's language. */
export const locale: string = wanted ?? 'en-GB';

const numbers = new Intl.NumberFormat(locale);
const percents = new Intl.NumberFormat(locale, { style: 'percent' });
const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const signedDecimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, minimumFractionDigits: 2, signDisplay: 'exceptZero' });
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const lists = new Intl.ListFormat(locale, { type: 'conjunction' });

export const number = (value: number): string => numbers.format(value);
/** With at most two places. */
export const decimal = (value: number): string => decimals.format(value);
/** With two places and its sign. */
export const signed = (value: number): string => signedDecimals.format(value);
/** A share of 0–1 in whole per cent. */
export const percent = (share: number): string => percents.format(share);
/** A day `YYYY-MM-DD` in words; anything else as it is. */
export const day = (iso: string): string => (/^\d{4}-\d{2}-\d{2}/.test(iso) ? days.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)) : iso);
export const instant = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? iso : instants.format(new Date(iso)));
/** A kind that the catalogue has no word for, from a question’s own file: its id with spaces. */
const spelledOut = (kind: string): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1).replace(/-/g, ' ')}`;
export const conditionWord = (kind: string): string => t.conditionKinds[kind] ?? spelledOut(kind);
export const reasonWord = (kind: string): string => t.reasonKinds[kind] ?? spelledOut(kind);
export const list = (words: readonly string[]): string => lists.format(words);
