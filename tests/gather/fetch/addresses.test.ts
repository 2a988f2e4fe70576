import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../../src/gather/fetch/public-address.js';
import { parseWebAddress, shownAddress } from '../../../src/gather/fetch/web-address.js';

describe('addresses of the public Internet', () => {
  test.each([
    ['8.8.8.8', true],
    ['1.1.1.1', true],
    ['93.184.216.34', true],
    ['172.15.255.255', true],
    ['172.32.0.0', true],
    ['100.63.255.255', true],
    ['100.128.0.0', true],
    ['223.255.255.255', true],
    ['2606:4700:4700::1111', true],
    ['2a00:1450:4001:81b::200e', true],
    ['0.0.0.0', false],
    ['0.1.2.3', false],
    ['10.0.0.1', false],
    ['10.255.255.255', false],
    ['100.64.0.1', false],
    ['100.127.255.255', false],
    ['127.0.0.1', false],
    ['127.8.8.8', false],
    ['169.254.169.254', false],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['192.0.0.170', false],
    ['192.0.2.1', false],
    ['192.168.1.1', false],
    ['198.18.0.1', false],
    ['198.51.100.7', false],
    ['203.0.113.9', false],
    ['224.0.0.1', false],
    ['239.255.255.250', false],
    ['240.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['::ffff:a00:1', false],
    ['::127.0.0.1', false],
    ['64:ff9b::7f00:1', false],
    ['64:ff9b:1::1', false],
    ['100::1', false],
    ['2001::1', false],
    ['2001:db8::1', false],
    ['2002:7f00:1::', false],
    ['3fff::1', false],
    ['5f00::1', false],
    ['fc00::1', false],
    ['fd12:3456:789a::1', false],
    ['fe80::1', false],
    ['fe80::1%eth0', false],
    ['2606:4700::1%eth0', false],
    ['fec0::1', false],
    ['ff02::1', false],
    ['localhost', false],
    ['', false],
    ['1.2.3', false],
    ['0x7f.1', false],
  ])('%s: %s', (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic));

  test('an IPv4 address in any IPv6 disguise is not public', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        for (const disguise of [
          `::ffff:${address}`,
          `::${address}`,
          `64:ff9b::${hex}`,
          `2002:${hex}::1`,
          `::ffff:0:${hex}`,
        ])
          expect(isPublicAddress(disguise)).toBe(false);
      }),
    );
  });
});

describe('what is refused before its host is looked up', () => {
  const check = (raw: string, anyPort = false): string => {
    const result = parseWebAddress(raw, anyPort);
    return result.ok ? result.value.href : `${result.error.code}: ${result.error.message}`;
  };
  test.each([
    ['https://harbour.example/a#b', 'https://harbour.example/a'],
    ['http://harbour.example:8080/', 'http://harbour.example:8080/'],
    ['HTTPS://Harbour.example:443', 'https://harbour.example/'],
  ])('%s becomes %s', (raw, href) => expect(check(raw)).toBe(href));
  test.each([
    ['ftp://harbour.example/', /only http and https/],
    ['file:///etc/passwd', /only http and https/],
    ['javascript:alert(1)', /only http and https/],
    ['data:text/html,x', /only http and https/],
    ['https://', /no web address/],
    [
      'https://user:secret@harbour.example/',
      /^fetch-refused: https:\/\/harbour\.example\/ is not fetched with a name or password/,
    ],
    ['http://harbour.example:25/', /port 25 is no port of the web/],
    ['http://harbour.example:6379/', /port 6379/],
    [`https://harbour.example/${'a'.repeat(2_000)}`, /longer than 2000 characters/],
  ])('%s', (raw, message) => expect(check(raw)).toMatch(message));
  test('numbers that browsers take for addresses are addresses here too', () => {
    for (const disguise of ['http://2130706433/', 'http://0x7f000001/', 'http://0177.0.0.1/', 'http://127.1/'])
      expect(check(disguise)).toBe('http://127.0.0.1/');
  });
  test('a message shows no password, no control character and no more than 200 characters', () => {
    expect(shownAddress('https://u:p@a.example/\u001b[2J')).toBe('https://a.example/?[2J');
    expect(shownAddress(`https://a.example/${'b'.repeat(500)}`)).toHaveLength(201);
  });
});
