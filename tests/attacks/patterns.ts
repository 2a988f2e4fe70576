import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');

/** A regular expression of the project and where it stands. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$|openapi\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** Every literal in `src`, and the files that make patterns at run time (from `knowledge/`, or out of parts). */
export function patternsOfCode(): { readonly literals: readonly Pattern[]; readonly makers: readonly string[] } {
  const literals: Pattern[] = [];
  const makers = new Set<string>();
  for (const file of filesIn('src')) {
    const where = relative(ROOT, file);
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, pattern = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(node.text) ?? [];
        literals.push({ source: pattern, flags, where });
      }
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(source) === 'RegExp') makers.add(where);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { literals, makers: [...makers].sort() };
}

/** The patterns that are made while `run` runs, by whatever it loads. */
export async function patternsMadeBy(where: string, run: () => Promise<unknown>): Promise<readonly Pattern[]> {
  const made: Pattern[] = [];
  const real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(real, {
    construct(target, args: [string | RegExp, string?]) {
      const made1 = new target(...args);
      made.push({ source: made1.source, flags: made1.flags, where });
      return made1;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = real;
  }
  return made;
}
