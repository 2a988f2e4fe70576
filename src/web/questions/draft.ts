/** A question as a person types it. */
export interface Draft {
  readonly title: string;
  readonly body: string;
  readonly rule: string;
  readonly date: string;
  /** States parted by commas or lines; only for a body that is not known. */
  readonly members: string;
  readonly options: readonly DraftOption[];
}

export interface DraftOption {
  readonly proposal: string;
  /** Other names of the proposal, one a line. */
  readonly aliases: string;
}

export const EMPTY_DRAFT: Draft = { title: '', body: '', rule: '', date: '', members: '', options: [{ proposal: '', aliases: '' }] };

/** An id for what something is called: lower-case letters, digits and hyphens, at most `most` characters; `question` for words without any. */
export function slugOf(words: string, most = 48): string {
  const plain = words.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|(?<!-)-+$/g, '');
  return plain.slice(0, most).replace(/(?<!-)-+$/, '') || 'question';
}

const lines = (text: string): string[] => text.split(/[\n;]+/).map((l) => l.trim()).filter(Boolean);

/** The question as the API takes it; what was left empty is left out. */
export function draftQuestion(draft: Draft): object {
  const ids = new Set<string>();
  const options = draft.options.map(({ proposal, aliases }, i) => {
    let id = slugOf(proposal, 24);
    if (ids.has(id)) id = `${id}-${String(i + 1)}`;
    ids.add(id);
    return { id, proposal: proposal.trim(), aliases: lines(aliases) };
  });
  const members = draft.members.split(/[\n,;]+/).map((m) => m.trim()).filter(Boolean);
  return {
    id: slugOf(draft.title),
    title: draft.title.trim(),
    body: draft.body.trim(),
    ...(draft.rule ? { rule: draft.rule } : {}),
    ...(draft.date ? { date: draft.date } : {}),
    ...(members.length > 0 ? { members } : {}),
    options,
  };
}
