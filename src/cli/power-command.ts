import type { RawRequest } from '../app/parse-request.js';
import { HoldoutError } from '../domain/failure.js';
import type { Common } from './register-commands.js';

export type PowerFlags = Common & RawRequest & { readonly game?: string; readonly body?: string; readonly date?: string; readonly json?: boolean };

/** `holdout power <question>`, `--body NAME` or `--game FILE`: one of the three. A game needs neither register nor reader. */
export async function powerCommand(question: string | undefined, flags: PowerFlags): Promise<number> {
  if ([question, flags.game, flags.body].filter((x) => x !== undefined).length !== 1) {
    throw new HoldoutError('usage', 'Power needs one of three: a question of the register, --body NAME, or --game FILE.');
  }
  if (flags.game !== undefined) return (await import('./model-commands.js')).gamePowerCommand({ game: flags.game, json: flags.json === true });
  const { bodyPowerCommand, questionPowerCommand } = await import('./body-power-commands.js');
  return flags.body === undefined ? questionPowerCommand(question ?? '', flags) : bodyPowerCommand(flags.body, flags);
}
