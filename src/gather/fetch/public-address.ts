import { BlockList, isIP } from 'node:net';
import special from './special-addresses.json' with { type: 'json' };

const list = (ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const blocks = new BlockList();
  for (const range of ranges) {
    const [network = '', bits = ''] = range.split('/');
    blocks.addSubnet(network, Number(bits), family);
  }
  return blocks;
};
const SPECIAL_4 = list(
  special.ipv4.map(({ range }) => range),
  'ipv4',
);
const SPECIAL_6 = list(
  special.ipv6.map(({ range }) => range),
  'ipv6',
);
const PUBLIC_6 = list([special.ipv6Public], 'ipv6');

/**
 * Whether an IP address is one of the public Internet. IPv4 must lie outside every range of IANA's special registry; IPv6 must lie in the
 * global unicast range (so that loopback, link-local, unique-local, multicast, IPv4-mapped and translated addresses are not) and outside
 * the special ranges in it. Anything that is no address, or carries a zone, is not.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !SPECIAL_4.check(address, 'ipv4');
    case 6:
      return !address.includes('%') && PUBLIC_6.check(address, 'ipv6') && !SPECIAL_6.check(address, 'ipv6');
    default:
      return false;
  }
}
