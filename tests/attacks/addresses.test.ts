import { afterAll, expect, test } from 'vitest';
import { Fetcher } from '../../src/gather/fetch/fetcher.js';
import { parseWebAddress } from '../../src/gather/index.js';

/** Addresses that a page must not reach through us: loopback, private, link-local with its metadata services, and their edges. */
const PRIVATE = ['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255', '169.254.169.254', '100.64.0.1', '100.100.100.200', '198.18.0.1', '192.0.0.192', '224.0.0.1', '255.255.255.255'];

const hex = (n: number, width = 0): string => n.toString(16).padStart(width, '0');
/** The same IPv4 address as resolvers, browsers and older libraries write it. */
function formsOf(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const groups = `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
  const bytes = [a, b, c, d];
  return [
    address, `${address}.`, String(whole), `0x${hex(whole)}`, `0X${hex(whole).toUpperCase()}`, `0${whole.toString(8)}`,
    bytes.map((n) => `0x${hex(n)}`).join('.'), bytes.map((n) => `0${n.toString(8)}`).join('.'), bytes.map((n) => `0000${n.toString(8)}`).join('.'), `${String(a)}.${String((b * 256 + c) * 256 + d)}`, `${String(a)}.${String(b)}.${String(c * 256 + d)}`, `0x${hex(a)}.${String(b)}.0${c.toString(8)}.${String(d)}`,
    [...address].map((ch) => (/\d/.test(ch) ? String.fromCodePoint(0xff10 + Number(ch)) : ch)).join(''), address.replaceAll('.', '。'), address.replaceAll('.', '%2e'), [...address].map((ch) => `%${hex(ch.charCodeAt(0), 2)}`).join(''), address.replace('1', '①'),
    `[::ffff:${address}]`, `[::ffff:${groups}]`, `[0:0:0:0:0:ffff:${groups}]`, `[::${address}]`, `[::${groups}]`, `[64:ff9b::${groups}]`, `[64:ff9b:1::${groups}]`, `[2002:${groups}::1]`, `[2001:0:${groups}::1]`, `[::ffff:0:${groups}]`, `[fe80::5efe:${groups}]`,
  ];
}
const OTHERS = ['localhost', 'LOCALHOST', 'localhost.', '[::1]', '[0:0:0:0:0:0:0:1]', '[::]', '[fe80::1]', '[fc00::1]', '[fd00:ec2::254]', '[ff02::1]', '[fec0::1]', '[2001:db8::1]'];
const DRESSED = (host: string): string[] => [`http://${host}/`, `https://${host}/`, `http://${host}:80/x?y=https://harbour.example/#z`, `http://${host}:8080/`, `http://\t${host}/`, `http:\\\\${host}\\`, `http:/${host}/`, `http:${host}`];

const resolve = (host: string): Promise<{ address: string; family: number }[]> => Promise.resolve(/^localhost\.?$/i.test(host) ? [{ address: '127.0.0.1', family: 4 }] : [{ address: '10.9.8.7', family: 4 }]);
const fetcher = new Fetcher({ resolve, limits: { hostDelayMs: 0, tries: 1, totalMs: 5_000 } });
afterAll(() => fetcher.close());

test('no way of writing a private address is fetched: 3,680 of them, each refused before a byte is sent', { timeout: 120_000 }, async () => {
  const addresses = [...PRIVATE.flatMap(formsOf), ...OTHERS].flatMap(DRESSED);
  expect(addresses).toHaveLength(3_680);
  const reached: string[] = [];
  for (const address of addresses) {
    const outcome = await fetcher.fetch(address);
    if (outcome.kind !== 'failed' || outcome.failure.code !== 'fetch-refused') reached.push(`${address} ${JSON.stringify(outcome).slice(0, 200)}`);
  }
  expect(reached).toEqual([]);
});

test('no name that comes to lead to a private address is fetched, whatever it led to before', async () => {
  for (const [before, now] of PRIVATE.map((p, i) => [PRIVATE[(i + 1) % PRIVATE.length] ?? '', p])) {
    const answers = [before ?? '', now ?? ''];
    let nth = 0;
    const moving = new Fetcher({ resolve: () => Promise.resolve([{ address: answers[nth++ % 2] ?? '', family: 4 }]), limits: { hostDelayMs: 0, tries: 1 } });
    for (let i = 0; i < 4; i += 1) expect(await moving.fetch('http://moving.example/')).toMatchObject({ kind: 'failed', failure: { code: 'fetch-refused' } });
    await moving.close();
  }
});

test('no redirect leads out of the web: 448 places that a server may name', () => {
  const from = new URL('https://harbour.example/a/b');
  const places = ['file:///etc/passwd', 'file://harbour.example/etc/passwd', 'ftp://harbour.example/', 'gopher://127.0.0.1:70/_x', 'dict://127.0.0.1:11211/', 'data:text/html,x', 'javascript:alert(1)', 'jar:http://x!/', 'ldap://127.0.0.1', 'ws://127.0.0.1', 'blob:https://harbour.example/x', 'about:blank', 'http://user@127.0.0.1/', 'http://127.0.0.1:22/', 'http://127.0.0.1:6379/', 'http://harbour.example:25/'];
  const spelt = places.flatMap((p) => [p, p.toUpperCase(), ` ${p}`, `\t${p}`, `\n${p}`, p.replace(':', '\t:'), p.replace(':', ':\n')]);
  const dressed = spelt.flatMap((p) => [p, `${p}#x`, `${p}?x`, `\u0000${p}`]);
  expect(dressed).toHaveLength(448);
  for (const place of dressed) {
    const parsed = parseWebAddress(place, false, from);
    if (parsed.ok) expect([place, parsed.value.protocol, parsed.value.username, parsed.value.port]).toEqual([place, expect.stringMatching(/^https?:$/), '', expect.stringMatching(/^(?:|80|443|8080|8443)$/)]);
    if (parsed.ok) expect([place, parsed.value.host]).toEqual([place, 'harbour.example']);
  }
});
