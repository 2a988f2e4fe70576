import { Option, type Command } from 'commander';

/** Adds the flags that choose a reader, and a language model's. */
export const addReaderFlags = (command: Command): Command =>
  command
    .addOption(new Option('--reader <reader>', 'which reader: offline, llm (a language model), or both (what they agree on counts, the rest waits)').choices(['offline', 'llm', 'both']).default('offline'))
    .option('--model <name>', 'language model: its name')
    .option('--llm-api <api>', 'language model: openai (any compatible server) or anthropic')
    .option('--llm-url <url>', 'language model: address of its API, e.g. http://127.0.0.1:11434/v1; the key is taken from HOLDOUT_LLM_KEY')
    .option('--cache <dir>', 'language model: folder of answers; llm-cache in the folder of the register when absent')
    .option('--max-tokens <number>', 'language model: most tokens, in and out, of this run')
    .option('--max-cost <amount>', 'language model: most that this run may cost, with --price-in and --price-out')
    .option('--price-in <amount>', 'language model: price of a million tokens in, any currency')
    .option('--price-out <amount>', 'language model: price of a million tokens out')
    .option('--timeout <seconds>', 'language model: longest wait for one answer, 120 when absent');
