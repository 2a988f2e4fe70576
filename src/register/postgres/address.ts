/** A register's name is the address of a PostgreSQL server when it is such a URL; else it is a folder. */
export const isPostgresAddress = (name: string): boolean => /^postgres(?:ql)?:\/\//i.test(name);

/** The address as messages may show it: without password and parameters, which may hold secrets. */
export function displayAddress(address: string): string {
  try {
    const { protocol, username, host, pathname } = new URL(address);
    return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
  } catch {
    return 'postgres://…';
  }
}
