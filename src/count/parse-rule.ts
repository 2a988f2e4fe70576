import { LineCounter, parseDocument, isMap, isPair, isScalar, type Document, type Node } from 'yaml';
import type { Failure } from '../domain/failure.js';
import { err, ok, type Result } from '../domain/result.js';
import type { RuleDefinition } from './rule.js';
import { issueMessage, ruleSchema } from './rule-schema.js';
import { plainValue } from '../domain/plain-value.js';

/**
 * Reads one decision rule from YAML (or JSON, which is YAML). `fileName` is only for the message. Fails with
 * `question-malformed`: one sentence with file, line, place and what to write instead. The language is the one of
 * `knowledge/rules`, in YAML.
 */
export function parseRule(yaml: string, fileName: string): Result<RuleDefinition, Failure> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const broken = document.errors[0];
  if (broken) return err(malformed(fileName, openQuoteLine(broken.message, yaml) ?? lines.linePos(broken.pos[0]).line, `the YAML cannot be read: ${broken.message.split('\n')[0] ?? ''}`));
  const value = plainValue(document);
  if (!value.ok) return err(malformed(fileName, lines.linePos(document.contents?.range[0] ?? 0).line, value.error));
  const parsed = ruleSchema.safeParse(value.value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  if (!issue) throw new RangeError('zod reported a failure without an issue');
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = unknownKey === undefined ? issue.path : [...issue.path, unknownKey];
  const at = offsetOf(document, path);
  const place = issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : '';
  return err(malformed(fileName, lines.linePos(at).line, `${place}${issueMessage(issue)}`));
}

const malformed = (fileName: string, line: number, what: string): Failure => ({
  code: 'question-malformed',
  category: 'caller',
  message: `The decision rule in ${fileName} is wrong at line ${line}: ${what}.`,
});

/** A quote that is never closed is found only at the end of the file; the line that opens it is the one to mend. */
function openQuoteLine(message: string, yaml: string): number | null {
  const quote = /Missing closing (["'])/.exec(message)?.[1];
  const line = quote === undefined ? -1 : yaml.split('\n').findIndex((text) => text.split(quote).length % 2 === 0);
  return line < 0 ? null : line + 1;
}

/** Offset of the node at a path: its key when it is a map's entry, else the nearest parent that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const key = path[depth - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((p) => isPair(p) && isScalar(p.key) && String(p.key.value) === String(key));
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    } else {
      const node = document.getIn(path.slice(0, depth), true) as Node | undefined;
      if (node?.range) return node.range[0];
    }
  }
  return document.contents?.range[0] ?? 0;
}
