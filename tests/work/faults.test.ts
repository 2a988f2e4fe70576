import { describe, expect, test } from 'vitest';
import { startPlace } from '../../chaos/place.js';
import { calm, FAULTS, storm } from '../../chaos/storm.js';
import { postgresBinaries } from '../register/postgres-server.js';
import { natsBinary, natsTest } from './nats-server.js';

const DOCUMENTS = 200;

describe.skipIf(natsBinary === null || postgresBinaries === null)(natsTest('faults in mid-batch'), () => {
  test(`workers, PostgreSQL and a NATS server killed, connections cut: of ${String(DOCUMENTS)} documents none is lost or doubled, and the register is the one without faults`, async () => {
    const place = await startPlace();
    try {
      const after = await storm(place, DOCUMENTS, [FAULTS.worker, FAULTS.postgres, FAULTS.cut, FAULTS.node]);
      const { documents, signals, hash } = await calm(await place.postgres.newDatabase(), DOCUMENTS);
      expect(after).toMatchObject({ documents, signals, hash, doubled: 0, dead: 0, ownDeaths: [] });
      expect(after.exits.every((status) => status === 0)).toBe(true);
      expect([documents, after.injected.length]).toEqual([DOCUMENTS, 4]);
    } finally {
      await place.stop();
    }
  }, 180_000);
});
