const INTRODUCTION = /^(?:On .{5,200} wrote:|-{2,}\s*Original Message\s*-{2,}|_{10,})$/;

/**
 * Takes the words of an earlier message out of a reply: lines that begin with `>`, and a last line that introduces them. What is quoted
 * was said by somebody else and may be in the register already.
 */
export function withoutQuotedLines(text: string): { readonly text: string; readonly dropped: number } {
  const lines = text.split('\n');
  const kept: string[] = [];
  for (const line of lines) {
    if (!/^\s*>/.test(line)) {
      kept.push(line);
      continue;
    }
    while (kept.at(-1)?.trim() === '') kept.pop();
    if (INTRODUCTION.test(kept.at(-1)?.trim() ?? '')) kept.pop();
  }
  return { text: kept.join('\n'), dropped: lines.length - kept.length };
}
