/** How long a server asks to wait (RFC 9110, 10.2.3), in ms from `now`; null when it does not say. @param now ms since the epoch */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const value = header.trim();
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // Only the dates of HTTP: Date.parse takes much else.
  if (!/^[A-Z][a-z]{2,8}, /.test(value)) return null;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? null : Math.max(0, instant - now);
}
