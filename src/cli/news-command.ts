import { recentChanges } from '../app/changes/changes.js';
import { toFeed, type FeedFormat } from '../app/changes/feed.js';
import { HoldoutError } from '../domain/failure.js';
import { unwrap } from '../domain/unwrap.js';
import { out, withRegister, type Common } from './register-commands.js';
import { today } from './today.js';

/** Where the page is when nobody says otherwise; links of a feed lead there. */
const PAGE = 'http://127.0.0.1:4173/';

export async function newsCommand(question: string, flags: Common & { option?: string; format: FeedFormat | 'text' | 'jsonl'; page?: string }): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    const changes = unwrap(await recentChanges(register, question, flags.option, today()));
    if (flags.format === 'text') for (const { at, sentence } of changes) out(`${at.slice(0, 16).replace('T', ' ')}  ${sentence}\n`);
    else if (flags.format === 'jsonl') for (const change of changes) out(`${JSON.stringify(change)}\n`);
    else {
      const asked = await register.question(question);
      if (!asked) throw new HoldoutError('question-unknown', `The register has no question "${question}".`);
      out(`${toFeed(flags.format, asked, changes, flags.page ?? PAGE)}\n`);
    }
    return 0;
  });
}
