/** What a shell needs of the network; the rest is between `app` and `gather`. */
export { openFetcher, parseWebAddress, realPace, type Fetcher } from '../../gather/index.js';
