import './design/fonts.css';
import './design/tokens.css';
import './design/base.css';
import './design/stances.css';
import { render } from 'preact';
import { apiPath } from './data/client.js';
import { askAhead } from './data/use-answer.js';
import { App } from './shell/app.js';

/** Longest wait for the fonts before the page is shown without them, so that text never jumps from one to the other. */
const FONTS_AT_MOST_MS = 150;

// Names of members are there before the first count is, so that none of them changes under the reader's eyes.
askAhead(apiPath('/knowledge'));
const fonts = ["400 1em 'Source Sans 3'", "650 1em 'Source Serif 4'"].map((font) => document.fonts.load(font));
const root = document.getElementById('app');
if (root) void Promise.race([Promise.allSettled(fonts), new Promise((done) => setTimeout(done, FONTS_AT_MOST_MS))]).then(() => { render(<App />, root); });
