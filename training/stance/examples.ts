import { bodyNamesOf } from '../../src/app/readable-question.js';
import type { ReadableQuestion } from '../../src/read/read-document.js';
import { readStatements } from '../../src/read/read-document.js';
import { optionContext } from '../../src/read/option-context.js';
import { attitudesOf } from '../../src/read/stance/attitudes.js';
import { findByRule } from '../../src/read/stance/find-by-rule.js';
import { describeCandidates, type DescribedCandidate } from '../../src/read/stance/find-by-model.js';
import { ownersOf } from '../../src/read/stance/owners.js';
import type { StanceClass } from '../../src/read/stance/stance-model.js';
import { knownStates } from '../../src/knowledge/state-phrases.js';
import type { Passage } from './passages.js';

/** A candidate with the stance that the labels give it. */
export interface Example {
  readonly passage: Passage;
  readonly label: StanceClass;
  readonly described: DescribedCandidate;
}

/**
 * Candidates of a passage with their labels. A candidate that is marked has the mark's stance; one of a member without any mark has
 * none; another mention of a marked member is left out, since the words there may or may not repeat the stance.
 */
export function examplesOf(passage: Passage): Example[] {
  const option = { id: 'adopt', proposal: passage.proposal, aliases: passage.aliases } as ReadableQuestion['options'][number];
  const question: ReadableQuestion = { options: [option], roster: knownStates(), bodyNames: bodyNamesOf(passage.body) };
  // Its story is about the proposal: the passage is what stands under such a title.
  const source = { text: passage.text, title: passage.proposal };
  const c = optionContext(readStatements(source), source, option, question);
  const attitudes = attitudesOf(c.cast.tree, c.topic);
  const marked = new Set(passage.marks.map((m) => m.member));
  const out: Example[] = [];
  const owner = ownersOf(c.statements, c.cast.tree);
  for (const described of describeCandidates(c, attitudes, findByRule(c, attitudes, owner), owner)) {
    const { token, members } = described.candidate;
    const t = c.cast.tree.token(token);
    const mark = passage.marks.find((m) => t.start < m.end && t.end > m.start && members.includes(m.member));
    if (mark) {
      if (mark.stance !== null) out.push({ passage, label: mark.stance, described });
    } else if (!members.some((m) => marked.has(m))) out.push({ passage, label: 'none', described });
  }
  return out;
}
