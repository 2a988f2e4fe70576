const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];
const count = (n: number, one: string, many: string): string => `${WORDS[n] ?? String(n)} ${n === 1 ? one : many}`;

/** "Four articles, three origins." */
export function independenceSentence(articles: number, origins: number): string {
  return `${count(articles, 'article', 'articles')}, ${count(origins, 'origin', 'origins').toLowerCase()}.`;
}
