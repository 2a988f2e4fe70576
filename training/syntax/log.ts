/** Progress on standard error; results go there too, so that standard output stays free. */
export const log = (...parts: unknown[]): void => {
  console.error(new Date().toISOString().slice(11, 19), ...parts);
};
