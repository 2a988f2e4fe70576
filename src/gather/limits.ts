/** The largest input that is read, in bytes: about 3 million English words, far beyond any article. */
export const MAX_INPUT_BYTES = 20_000_000;

/** Nesting of HTML elements beyond which Readability is left out: its cost grows with the square of the depth (5.6 s at 1,000). */
export const MAX_READABILITY_DEPTH = 200;

/** HTML elements beyond which Readability is left out; a long news page with its menus has about 5,000. */
export const MAX_READABILITY_ELEMENTS = 50_000;
