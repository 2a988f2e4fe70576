import type { EntityKind, ParsedText, Token } from '../../domain/parsed-text.js';
import type { StateCode } from '../../domain/ids.js';
import type { StateForm } from '../../knowledge/state-phrases.js';
import { lemmatise } from '../syntax/lemmatise.js';
import { syntaxModels } from '../syntax/models.js';
import { sentencesOf, type Segments } from '../syntax/parse-text.js';
import type { StateMention } from '../who/state-mentions.js';
import type { AnalysedWords } from './analyse.js';
import type { BitCoder } from './bit-coder.js';
import { CountCode, SymbolCode } from './numbers.js';

const TAG_BITS = 6;
const LABEL_BITS = 6;
const ENTITIES: readonly (EntityKind | null)[] = ['PERSON', 'ORGANIZATION', 'LOCATION', 'MISC'];
const ENTITY_BITS = 2;
/** Contexts of an entity: none before, or one of the four. */
const ENTITY_CONTEXTS = 5;
const FORMS: readonly StateForm[] = ['name', 'demonym', 'capital', 'metonym', 'parliament'];
const FORM_BITS = 3;
const LETTER_BITS = 5;
const LETTER_A = 65;
const STATE_LETTERS = 3;

/** What tells most of a word's tag before it was met: how it begins and ends. */
const SHAPE_BITS = 4;
function shapeOf(form: string): number {
  const first = form.charCodeAt(0);
  const begin = first >= 97 ? 0 : first >= 65 && first <= 90 ? 1 : first >= 48 && first <= 57 ? 2 : 3;
  return begin * 4 + (form.endsWith('s') ? 1 : form.endsWith('ed') ? 2 : form.endsWith('ing') || form.endsWith('ly') ? 3 : 0);
}

/** How words are written: the same codes, and so what they have learnt, serve a title after its text. */
export class WordsCode {
  /** Of a word that was met before, whether its tag is the same; by that tag. */
  readonly #sameTags = new SymbolCode(1, 1 << TAG_BITS);
  /** Of a word whose tag is another, or that is new; by its shape. */
  readonly #tags = new SymbolCode(TAG_BITS, 1 << SHAPE_BITS);
  readonly #labels = new SymbolCode(LABEL_BITS, 1 << TAG_BITS);
  /** Whether the head is before the word, and where it is not, whether it is after; by label. */
  readonly #sides = new SymbolCode(1, 2 << LABEL_BITS);
  /** How far the head is, by label and side. */
  readonly #distances = new CountCode(2 << LABEL_BITS);
  /** Whether there is any, and which; by whether the tag is a name's, and the entity before. */
  readonly #isEntity = new SymbolCode(1, 2 * ENTITY_CONTEXTS);
  readonly #entities = new SymbolCode(ENTITY_BITS, 2 * ENTITY_CONTEXTS);
  /** Mentions, tokens between the beginnings of two, and tokens of one. */
  readonly #counts = new CountCode(3);
  readonly #letters = new SymbolCode(LETTER_BITS, STATE_LETTERS);
  readonly #forms = new SymbolCode(FORM_BITS);

  /** Writes `given` or reads what was written, as the coder does. Throws a RangeError for words that this reader did not analyse. */
  code(coder: BitCoder, text: string, segments: Segments, given: AnalysedWords | null): AnalysedWords {
    const parsed = this.#codeSyntax(coder, text, segments, given?.parsed ?? null);
    return { parsed, mentions: this.#codeMentions(coder, given?.mentions ?? null) };
  }

  #codeSyntax(coder: BitCoder, text: string, { spans, runs }: Segments, given: ParsedText | null): ParsedText {
    const { tagNumbers, labelNumbers, tagNames, labelNames } = classes();
    /** What each word's tag was when it was last met. */
    const met = new Map<string, number>();
    let entity = -1;
    const tokens = spans.map(({ start, end }, i): Token => {
      const known = given?.tokens[i];
      const form = known?.form ?? text.slice(start, end);
      const before = met.get(form);
      const tagNumber = this.#codeTag(coder, form, before, known ? numberOf(tagNumbers, known.tag) : 0);
      if (tagNumber !== before) met.set(form, tagNumber);
      const tag = tagNames[tagNumber] ?? '';
      const label = this.#labels.code(coder, known ? numberOf(labelNumbers, known.relation) : 0, tagNumber);
      const head = this.#codeHead(coder, i, label, known?.head ?? 0);
      entity = this.#codeEntity(coder, (tag.startsWith('NNP') ? ENTITY_CONTEXTS : 0) + entity + 1, known ? ENTITIES.indexOf(known.entity) : -1);
      return known ?? { start, end, form, lemma: lemmatise(form, tag), tag, head, relation: labelNames[label] ?? '', entity: ENTITIES[entity] ?? null };
    });
    return given ?? { text, tokens, sentences: sentencesOf(spans, runs) };
  }

  #codeTag(coder: BitCoder, form: string, before: number | undefined, tag: number): number {
    if (before !== undefined && this.#sameTags.code(coder, tag === before ? 1 : 0, before) === 1) return before;
    return this.#tags.code(coder, tag, shapeOf(form));
  }

  /** The head of token `i`, -1 for a root. */
  #codeHead(coder: BitCoder, i: number, label: number, head: number): number {
    const isBefore = this.#sides.code(coder, head >= 0 && head < i ? 1 : 0, 2 * label) === 1;
    if (!isBefore && this.#sides.code(coder, head > i ? 1 : 0, 2 * label + 1) === 0) return -1;
    const distance = this.#distances.code(coder, Math.abs(head - i), 2 * label + (isBefore ? 1 : 0));
    return isBefore ? i - distance : i + distance;
  }

  /** The number of an entity, -1 for none. */
  #codeEntity(coder: BitCoder, context: number, entity: number): number {
    return this.#isEntity.code(coder, entity < 0 ? 0 : 1, context) === 0 ? -1 : this.#entities.code(coder, entity, context);
  }

  #codeMentions(coder: BitCoder, given: readonly StateMention[] | null): StateMention[] {
    const out: StateMention[] = [];
    const count = this.#counts.code(coder, given?.length ?? 0, 0);
    let before = 0;
    for (let k = 0; k < count; k++) {
      const known = given?.[k];
      const first = before + this.#counts.code(coder, (known?.first ?? 0) - before, 1);
      const last = first + this.#counts.code(coder, (known?.last ?? 0) - first, 2);
      let state = '';
      for (let n = 0; n < STATE_LETTERS; n++) state += String.fromCharCode(LETTER_A + this.#letters.code(coder, (known?.state.charCodeAt(n) ?? LETTER_A) - LETTER_A, n));
      const form = FORMS[this.#forms.code(coder, known ? FORMS.indexOf(known.form) : 0)] ?? 'name';
      // SAFETY: three capitals, the brand's definition, were written.
      out.push({ first, last, state: state as StateCode, form });
      before = first;
    }
    return out;
  }
}

interface Classes {
  readonly tagNames: readonly string[];
  readonly labelNames: readonly string[];
  readonly tagNumbers: ReadonlyMap<string, number>;
  readonly labelNumbers: ReadonlyMap<string, number>;
}

/** The number of a tag or label; one that the models do not have could not be written. */
function numberOf(numbers: ReadonlyMap<string, number>, name: string): number {
  const number = numbers.get(name);
  if (number === undefined) throw new RangeError(`the models of this reader give no “${name}”`);
  return number;
}

let made: Classes | undefined;

/** The names of tags and labels with their numbers, as the models have them. */
function classes(): Classes {
  if (made) return made;
  const { tagger, labels } = syntaxModels();
  const [tagNames, labelNames] = [tagger.model.classes, labels.classes];
  const numbers = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, k) => [name, k]));
  made = { tagNames, labelNames, tagNumbers: numbers(tagNames), labelNumbers: numbers(labelNames) };
  return made;
}
