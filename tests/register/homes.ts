import { newFolder, removeFolders } from './helpers.js';
import { postgresBinaries, postgresTest, startPostgres, type PostgresServer } from './postgres-server.js';

/** The places a register can live in; the same tests run on each. */
export interface Home {
  readonly name: string;
  readonly available: boolean;
  /** Where a new register may be made. */
  newPlace(): Promise<string>;
  /** Ends what the tests of one file started. */
  close(): Promise<void>;
}

const folder: Home = {
  name: 'on PGlite in a folder',
  available: true,
  newPlace: () => Promise.resolve(newFolder()),
  close: () => Promise.resolve(removeFolders()),
};

function server(): Home {
  let running: Promise<PostgresServer> | null = null;
  return {
    name: postgresTest('on a PostgreSQL server'),
    available: postgresBinaries !== null,
    newPlace: async () => (await (running ??= startPostgres())).newDatabase(),
    close: async () => (await running)?.stop(),
  };
}

export const homes: readonly Home[] = [folder, server()];
