/** The views of the page; each has an address of its own. */
export const VIEWS = ['home', 'question', 'member', 'document', 'deadlock', 'network', 'compare', 'sources', 'review', 'new', 'methods', 'status', 'embed'] as const;
export type View = (typeof VIEWS)[number];

/** Where the reader of the page is: a view, what it is of, and how it is set. An address and a place say the same. */
export interface Place {
  readonly view: View;
  /** Question id, or empty for views of no question. */
  readonly question: string;
  /** Member code or document id, or empty. */
  readonly id: string;
  /** Settings of the view; empty values are left out of the address. */
  readonly settings: Readonly<Record<string, string>>;
}

export const HOME: Place = { view: 'home', question: '', id: '', settings: {} };

/** Settings that follow the user from view to view of one question: which count is being looked at. */
export const COUNT_SETTINGS = ['option', 'asOf', 'knownAt', 'assume', 'met', 'rule', 'together', 'cost', 'chance', 'exclude'] as const;

const QUESTION_VIEWS: readonly View[] = ['deadlock', 'network', 'compare', 'sources', 'review'];

const settingsOf = (query: string): Record<string, string> => {
  const out: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) if (value) out[name] = value;
  return out;
};

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Reads `/q/nato-ukraine-2024/member/HUN?asOf=2024-10-08`; an address of no view is the home page. */
export function parsePlace(address: string): Place {
  const mark = address.indexOf('?');
  const [path, query] = mark < 0 ? [address, ''] : [address.slice(0, mark), address.slice(mark + 1)];
  const settings = settingsOf(query);
  const parts = path.split('/').filter(Boolean).map(decode);
  if (parts[0] === 'embed' && parts[1]) return { view: 'embed', question: parts[1], id: '', settings };
  if (parts[0] === 'new' || parts[0] === 'methods' || parts[0] === 'status') return { view: parts[0], question: '', id: '', settings };
  if (parts[0] !== 'q' || !parts[1]) return { ...HOME, settings };
  const question = parts[1];
  const [kind, id] = [parts[2], parts[3] ?? ''];
  if ((kind === 'member' || kind === 'document') && id) return { view: kind, question, id, settings };
  const view = QUESTION_VIEWS.find((v) => v === kind);
  return { view: view ?? 'question', question, id: '', settings };
}

/** The address of a place, from the first slash on. */
export function formatPlace({ view, question, id, settings }: Place): string {
  const q = `/q/${encodeURIComponent(question)}`;
  const path =
    view === 'home' ? '/' : view === 'embed' ? `/embed/${encodeURIComponent(question)}` : view === 'new' || view === 'methods' || view === 'status' ? `/${view}` : view === 'question' ? q : view === 'member' || view === 'document' ? `${q}/${view}/${encodeURIComponent(id)}` : `${q}/${view}`;
  const query = new URLSearchParams(Object.entries(settings).filter(([, value]) => value !== '')).toString();
  return query ? `${path}?${query}` : path;
}

/** Another view of the same question, looking at the same count. */
export function within(place: Place, view: View, id = '', settings: Readonly<Record<string, string>> = {}): Place {
  const kept = Object.fromEntries(COUNT_SETTINGS.flatMap((name) => (place.settings[name] ? [[name, place.settings[name]]] : [])));
  return { view, question: place.question, id, settings: { ...kept, ...settings } };
}

/** The same view with some settings changed; an empty value takes a setting out. */
export const withSettings = (place: Place, change: Readonly<Record<string, string>>): Place => ({ ...place, settings: { ...place.settings, ...change } });
