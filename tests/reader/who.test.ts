import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../src/domain/ids.js';
import { parseText } from '../../src/read/syntax/parse-text.js';
import { createTree } from '../../src/read/tree.js';
import { phraseOf } from '../../src/read/who/noun-phrase.js';
import { officeHolder } from '../../src/read/who/office-holders.js';
import { organisationIn } from '../../src/read/who/organisation.js';
import { findNames, introducePeople } from '../../src/read/who/people.js';
import { stateListAt } from '../../src/read/who/state-list.js';
import { findStateMentions, type StateMention } from '../../src/read/who/state-mentions.js';

function mentionsIn(text: string): string {
  const parsed = parseText(text);
  const found = findStateMentions(parsed).map(({ first, last, state, form }) => `${parsed.tokens.slice(first, last).map((t) => t.form).join(' ')} = ${state} (${form})`);
  return found.join(', ');
}

describe('words that name a state', () => {
  it.each([
    ['Germany and the United States agreed.', 'Germany = DEU (name), United States = USA (name)'],
    ['U.S.-Japanese talks failed.', 'U.S.-Japanese = USA (demonym), U.S.-Japanese = JPN (demonym)'],
    ['Let us polish it, said the Polish minister.', 'Polish = POL (demonym)'],
    ['Vienna would abstain; the Bundestag voted.', 'Vienna = AUT (capital), Bundestag = DEU (parliament)'],
    ['Berlin, Downing Street and the Kremlin objected.', 'Berlin = DEU (capital), Downing Street = GBR (metonym), Kremlin = RUS (metonym)'],
    ['Bosnia and Herzegovina abstained.', 'Bosnia and Herzegovina = BIH (name)'],
    ['Côte d’Ivoire spoke.', 'Côte d’Ivoire = CIV (name)'],
    ['The Czech Republic and South Korea agreed.', 'Czech Republic = CZE (name), South Korea = KOR (name)'],
    ['The Netherlands voted. France', 'Netherlands = NLD (name), France = FRA (name)'],
    ['Talks went on. Malta', 'Malta = MLT (name)'],
  ])('%s', (text, expected) => {
    expect(mentionsIn(text)).toBe(expected);
  });

  it.each([
    ['a treaty named after a city', 'The Paris Agreement was signed.'],
    ['part of a compound', 'A Turkish-born singer sang.'],
    ['a person’s first name', 'Jordan Peters spoke.'],
    ['a prefix', 'There were anti-German feelings.'],
  ])('%s names none', (_, text) => {
    expect(mentionsIn(text)).toBe('');
  });

  it('“Jordan” beside another part of a name is a person, alone it is the state', () => {
    expect(mentionsIn('Michael Jordan visited Jordan.')).toBe('Jordan = JOR (name)');
  });
});

describe('states in a list', () => {
  const listAt = (text: string, word: string): string => {
    const parsed = parseText(text);
    const at = new Map<number, StateMention[]>();
    for (const mention of findStateMentions(parsed)) for (let i = mention.first; i < mention.last; i += 1) at.set(i, [...(at.get(i) ?? []), mention]);
    const token = parsed.tokens.findIndex(({ form }) => form === word);
    expect(token).toBeGreaterThanOrEqual(0);
    return stateListAt(createTree(parsed), at, token).map(({ state }) => state).join(' ');
  };

  it.each([
    ['France, Germany and Spain opposed it.', 'France', 'FRA DEU ESP'],
    ['France, Germany and Spain opposed it.', 'Germany', 'FRA DEU ESP'],
    ['France, Germany and Spain opposed it.', 'Spain', 'FRA DEU ESP'],
    ['France, Germany, Spain opposed it.', 'Spain', 'FRA DEU ESP'],
    ['France, Germany, Spain and other members opposed it.', 'Germany', 'FRA DEU ESP'],
    ['France, Germany and several others opposed it.', 'France', 'FRA DEU'],
    ['Malta, Cyprus, and Greece abstained.', 'Cyprus', 'MLT CYP GRC'],
    ['The United Kingdom, the United States and Norway agreed.', 'Norway', 'GBR USA NOR'],
    ['Germany or Austria will host it.', 'Austria', 'DEU AUT'],
    ['Ministers of Spain, France, and Italy met Poland.', 'Spain', 'ESP FRA ITA'],
    ['Germany & Austria will host it.', 'Germany', 'DEU AUT'],
    ['Both France and Italy agreed.', 'Italy', 'FRA ITA'],
    ['Both France and Italy agreed.', 'France', 'FRA ITA'],
    ['Spain, and Portugal too, opposed it.', 'Spain', 'ESP PRT'],
    ['Poland spoke and Hungary, Slovakia and Austria listened.', 'Slovakia', 'HUN SVK AUT'],
  ])('%s (at %s)', (text, word, expected) => {
    expect(listAt(text, word)).toBe(expected);
  });

  it.each([
    ['a city and its state', 'He flew from Paris, France on Monday.', 'France', 'FRA'],
    ['two names with a comma alone', 'France, Germany opposed it.', 'France', 'FRA'],
    ['two clauses', 'Spain opposed the plan, and Portugal backed it.', 'Spain', 'ESP'],
    ['one that stands alone', 'France opposed it.', 'France', 'FRA'],
    ['a word that names none', 'The plan failed.', 'plan', ''],
    ['an adjective, which names no member of a list', 'German, French and Italian ministers met.', 'French', ''],
    ['a parliament', 'The Bundestag and France objected.', 'Bundestag', ''],
  ])('%s is none: %s', (_, text, word, expected) => {
    expect(listAt(text, word)).toBe(expected);
  });
});

describe('the phrase around a noun', () => {
  const phraseAt = (text: string, head: string): string => {
    const parsed = parseText(text);
    const token = parsed.tokens.findIndex(({ form }) => form === head);
    return phraseOf(createTree(parsed), token).map((i) => parsed.tokens[i]?.form).join(' ');
  };
  it.each([
    ['The German chancellor rejected the plan.', 'chancellor', 'The German chancellor'],
    ['A spokesperson from the Spanish representation declined.', 'spokesperson', 'A spokesperson from the Spanish representation'],
    ['The minister, who had resigned, left.', 'minister', 'The minister'],
    ['The minister and the ambassador left.', 'minister', 'The minister'],
    ['In the view of the minister it failed.', 'minister', 'the minister'],
  ])('%s', (text, head, expected) => {
    expect(phraseAt(text, head)).toBe(expected);
  });
});

describe('an organisation among words', () => {
  it.each([
    [['the', 'NATO', 'spokesman'], 'NATO'],
    [['the', 'European', 'Commission', 'president'], 'European Commission'],
    [['European', 'Commission', '’s', 'view'], 'European Commission'],
    [['the', 'alliance', 'chief'], 'alliance'],
    [['the', 'commission', 'Council'], 'commission Council'],
    [['the', 'nato', 'spokesman'], ''],
    [['the', 'German', 'minister'], ''],
    [[], ''],
  ])('%j names "%s"', (forms, expected) => {
    expect(organisationIn(forms)).toBe(expected);
  });
});

describe('people of a text', () => {
  const namesIn = (text: string): string => {
    const parsed = parseText(text);
    return findNames(parsed, findStateMentions(parsed)).map(({ first, last }) => parsed.tokens.slice(first, last).map((t) => t.form).join(' ')).join(', ');
  };
  it.each([
    ['Prime Minister Robert Fico spoke.', 'Robert Fico'],
    ['Mr. Lavrov and Dr. Smith met.', 'Lavrov, Smith'],
    ['Jack London met Vienna officials.', 'Jack London'],
    ['Deputy Foreign Minister Jan Lipavsky said no.', 'Jan Lipavsky'],
    ['Foreign Minister Szijjarto said no.', 'Szijjarto'],
    ['Charles de Gaulle and Mohammed bin Salman spoke.', 'Charles de Gaulle, Mohammed bin Salman'],
    ['Sir Keir Starmer spoke.', 'Keir Starmer'],
    ['Sofia Petrova said no.', 'Sofia Petrova'],
    ['The plan pleased Sofia Petrova of Bulgaria.', 'Sofia Petrova'],
    ['Foreign Minister Zqrtl said no.', 'Zqrtl'],
    ['A spokesman for Dr. Kim spoke.', 'Kim'],
    ['Mr. Van Dyke spoke.', 'Van Dyke'],
    ['Kai Wegner, Berlin’s mayor, spoke.', 'Kai Wegner'],
    ['The Kremlin and Dmitry Peskov spoke.', 'Dmitry Peskov'],
    ['Angela Merkel Germany', 'Angela Merkel'],
    ['The Commission President spoke.', ''],
    ['Vienna would abstain.', ''],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toBe(expected);
  });

  /** Each as "name, state, voice, organisation"; a dash for none. */
  const peopleIn = (text: string, date?: string): string[] => {
    const parsed = parseText(text);
    const mentions = findStateMentions(parsed);
    // SAFETY: the dates below are dates.
    const people = introducePeople(parsed, mentions, findNames(parsed, mentions), officeHolder, date as IsoDate | undefined);
    return [...people.values()].map(({ name, state, voice, organisation }) => `${name}, ${state ?? '–'}, ${voice}, ${organisation || '–'}`);
  };
  it.each([
    ['a state before the name', 'Slovakia’s prime minister, Jan Kovac, said no.', 'Jan Kovac, SVK, government, –'],
    ['after the name', 'Jan Kovac, Slovakia’s prime minister, said no.', 'Jan Kovac, SVK, government, –'],
    ['an ambassador to an organisation', 'The outgoing U.S. Ambassador to NATO, Julianne Smith, said no.', 'Julianne Smith, USA, government, –'],
    ['where somebody serves is not whom they serve', 'The EU ambassador to Turkey, Nils Holm, said no.', 'Nils Holm, –, institution, EU'],
    ['who held the office before', 'Former German chancellor Karl Weber said no.', 'Karl Weber, DEU, outsider, –'],
    ['a lawmaker', 'Anna Brady, a Conservative lawmaker, said no.', 'Anna Brady, –, outsider, –'],
    ['a deputy of a chamber', 'The deputy Jan Kowal said no.', 'Jan Kowal, –, outsider, –'],
    ['a deputy of an office', 'Polish deputy prime minister Jan Kowal said no.', 'Jan Kowal, POL, government, –'],
    ['the leader of a party', 'People’s Party leader Karl Huber said no.', 'Karl Huber, –, outsider, –'],
    ['an analyst', 'Analyst Peter Roe said no.', 'Peter Roe, –, outsider, –'],
    ['“of” a state', 'Kenji Miki of Japan said no.', 'Kenji Miki, JPN, unknown, –'],
    ['a state in brackets, as records name speakers', 'Vassily Petrov (Russian Federation) said no.', 'Vassily Petrov, RUS, government, –'],
    ['an adjective in brackets', 'Ana Lopez (Spanish) said no.', 'Ana Lopez, ESP, unknown, –'],
    ['speaking for', 'Marta Ruiz, speaking for the Spanish mission, said no.', 'Marta Ruiz, ESP, government, –'],
    ['on behalf of', 'Marta Ruiz, on behalf of Italy, said no.', 'Marta Ruiz, ITA, government, –'],
    ['an organisation’s head', 'NATO Secretary General Mark Rutte said no.', 'Mark Rutte, –, institution, NATO'],
    ['an organisation’s spokesman', 'The European Commission spokesman, Eric Mamer, said no.', 'Eric Mamer, –, institution, European Commission'],
    ['the state that opens the paragraph', 'Spain has yet to decide. “No,” State Secretary Luis Carrizo said.', 'Luis Carrizo, ESP, government, –'],
    ['two states before, so neither', 'Spain and France decide. “No,” State Secretary Luis Carrizo said.', 'Luis Carrizo, –, government, –'],
    ['a shorter name first', 'Kovac spoke. Prime Minister Jan Kovac of Slovakia left.', 'Jan Kovac, SVK, government, –'],
    ['another sentence’s role', 'Norway’s foreign minister met reporters. Analyst Jan Berg disagreed.', 'Jan Berg, –, outsider, –'],
    ['a state after the verb', 'Jan Berg, Norway’s foreign minister, said Chile agreed.', 'Jan Berg, NOR, government, –'],
    ['whom somebody met', 'Jan Berg, who met the Chilean president, said no.', 'Jan Berg, –, unknown, –'],
    ['whom an office holder met', 'Jan Berg, the minister who met Chile, said no.', 'Jan Berg, –, government, –'],
    ['a state of its own phrase', 'In Chile, Norwegian minister Jan Berg said no.', 'Jan Berg, NOR, government, –'],
    ['of one state to another', 'Jan Berg, ambassador of Chile to Norway, said no.', 'Jan Berg, CHL, government, –'],
    ['to another, before the name', 'Chilean ambassador to Norway Jan Berg said no.', 'Jan Berg, CHL, government, –'],
    ['a former office after the name', 'Jan Berg, a former minister of Chile, said no.', 'Jan Berg, CHL, outsider, –'],
    ['a spokesman of a party', 'Labour Party spokesman Jan Berg said no.', 'Jan Berg, –, outsider, –'],
    ['the opposition', 'Opposition leader Jan Berg said no.', 'Jan Berg, –, outsider, –'],
    ['a name of a state in brackets', 'Jan Berg (Chile) said no.', 'Jan Berg, CHL, government, –'],
    ['more than a state in brackets', 'Jan Berg (Chile’s friend) said no.', 'Jan Berg, –, unknown, –'],
    ['a parliament in brackets', 'Chile said yes. Jan Berg (the Bundestag) said no.', 'Jan Berg, –, unknown, –'],
    ['representing', 'Jan Berg, representing Chile, said no.', 'Jan Berg, CHL, government, –'],
    ['acting for', 'Jan Berg, acting for Chile, said no.', 'Jan Berg, CHL, government, –'],
    ['“of” what is no state’s name', 'Jan Berg of the Chilean mission said no.', 'Jan Berg, –, unknown, –'],
    ['two sentences after the state that opens the paragraph', 'Chile will decide. The talks go on. “No,” Minister Jan Berg said.', 'Jan Berg, CHL, government, –'],
    ['another paragraph than the state’s', 'Chile will decide.\n\n“No,” Minister Jan Berg said.', 'Jan Berg, –, government, –'],
    ['a parliament opens it', 'The Bundestag voted. “No,” Minister Jan Berg said.', 'Jan Berg, –, government, –'],
    ['a state’s ministers open it', 'Chilean ministers waited. “No,” Minister Jan Berg said.', 'Jan Berg, –, government, –'],
    ['a lawmaker after the state that opens it', 'Chile waited. “No,” lawmaker Jan Berg said.', 'Jan Berg, –, outsider, –'],
    ['the state that opens it is not the only one', 'Chile waited for Peru. “No,” Minister Jan Berg said.', 'Jan Berg, –, government, –'],
    ['a deputy after the name', 'Jan Berg, the deputy, said no.', 'Jan Berg, –, outsider, –'],
    ['an office named first outranks what is said later', 'German minister Anna Baer spoke. Baer, a lawmaker, left.', 'Anna Baer, DEU, government, –'],
  ])('%s: %s', (_, text, expected) => {
    expect(peopleIn(text)).toEqual([expected]);
    // Whatever else the page says of states and offices.
    expect(peopleIn(`Norway and Chile met on Monday.\n\n${text}\n\nPeru listened to the Kenyan finance minister and left.`)).toEqual([expected]);
  });

  it('office holders are known by name, and have the government’s voice only in their time', () => {
    expect(peopleIn('Viktor Orban said no.', '2020-01-01')).toEqual(['Viktor Orban, HUN, government, –']);
    expect(peopleIn('Viktor Orban said no.', '1985-01-01')).toEqual(['Viktor Orban, HUN, unknown, –']);
    expect(peopleIn('Merkel said Germany would veto.', '2015-01-01')).toEqual(['Angela Merkel, DEU, government, –']);
    expect(peopleIn('French President Emmanuel Macron and Italian Prime Minister Giorgia Meloni met.', '2023-05-01')).toEqual(['Emmanuel Macron, FRA, government, –', 'Giorgia Meloni, ITA, government, –']);
  });
  it('what a text says of somebody outranks what is known of the name', () => {
    expect(peopleIn('Viktor Orban, a lawmaker, said no.', '2020-01-01')).toEqual(['Viktor Orban, –, outsider, –']);
    expect(peopleIn('Slovak minister Viktor Orban said no.', '2020-01-01')).toEqual(['Viktor Orban, SVK, government, –']);
  });
  it('who works for somebody speaks for whom they speak for', () => {
    expect(peopleIn('Chancellor Helmut Kohl’s spokesman, Friedhelm Ost, said no.', '1985-06-01')).toEqual(['Helmut Kohl, DEU, government, –', 'Friedhelm Ost, DEU, government, –']);
    expect(peopleIn('Minister Jan Berg of Chile spoke. Berg’s spokesman, Ole Dahl, said no.')).toEqual(['Jan Berg, CHL, government, –', 'Ole Dahl, CHL, government, –']);
    expect(peopleIn('Analyst Jan Berg spoke. Berg’s spokesman, Ole Dahl, said no.')).toEqual(['Jan Berg, –, outsider, –', 'Ole Dahl, –, government, –']);
  });
});
