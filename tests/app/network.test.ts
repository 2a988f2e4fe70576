import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { toGexf, toGraphml, type Network } from '../../src/app/exchange/network.js';

const network: Network = {
  nodes: [
    { id: 'member:CIV', label: 'Côte d’Ivoire & "<friends>"', kind: 'member' },
    { id: 'reason:escalation', label: 'escalation', kind: 'reason' },
  ],
  edges: [{ source: 'member:CIV', target: 'reason:escalation', weight: 3, side: 'mixed' }],
};

/** A reader that is not ours: Python's XML parser. linkedom would not do, it leaves entities in attributes as they are. */
const READ = `
import json, sys, xml.etree.ElementTree as E
local = lambda e: e.tag.split('}')[1]
out = [[local(e), dict(e.attrib), [d.text or d.attrib.get('value') for d in e.iter() if local(d) in ('data', 'attvalue')]]
       for e in E.fromstring(sys.stdin.buffer.read()).iter() if local(e) in ('node', 'edge')]
print(json.dumps(out))`;
const python = ((): boolean => {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!python).each([
  [
    'GraphML',
    toGraphml(network),
    [
      ['node', { id: 'member:CIV' }, [network.nodes[0]?.label, 'member']],
      ['node', { id: 'reason:escalation' }, ['escalation', 'reason']],
      ['edge', { source: 'member:CIV', target: 'reason:escalation' }, ['3', 'mixed']],
    ],
  ],
  [
    'GEXF',
    toGexf(network),
    [
      ['node', { id: 'member:CIV', label: network.nodes[0]?.label }, ['member']],
      ['node', { id: 'reason:escalation', label: 'escalation' }, ['reason']],
      ['edge', { id: '0', source: 'member:CIV', target: 'reason:escalation', weight: '3' }, ['mixed']],
    ],
  ],
])(
  `%s is read back whole by another XML parser, odd names too${python ? '' : ' (skipped: no python3)'}`,
  (_name, text, expected) => {
    expect(JSON.parse(execFileSync('python3', ['-c', READ], { input: text }).toString())).toEqual(expected);
  },
);
