/**
 * What a table of ours holds under a name that came from outside; undefined for a name it does not hold, also for those that every object
 * inherits (`constructor`, `__proto__`).
 */
export const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);
