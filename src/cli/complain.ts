/** Says on standard error what went wrong, in one line: what a message repeats of an input must not drive the terminal. */
export const complain = (message: string, clear = ''): void => {
  process.stderr.write(`${clear}holdout: ${message.replace(/\p{Cc}|\p{Bidi_Control}/gu, '?')}\n`);
};
