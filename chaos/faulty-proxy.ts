import { connect, createServer, type Socket } from 'node:net';

/** A TCP proxy on 127.0.0.1 that does to connections what bad networks do. */
export interface FaultyProxy {
  readonly port: number;
  /** Ends every connection at once, in the middle of whatever it carries. */
  cut(): void;
  /** Refuses new connections, or takes them again. */
  refuse(isRefusing: boolean): void;
  /** Swallows everything and keeps every connection open, also new ones, as a network that drops packets; what was swallowed arrives afterwards. */
  swallow(isSwallowing: boolean): void;
  /** Holds every piece back for so long, in both directions; 0 for not at all. */
  delay(ms: number): void;
  close(): Promise<void>;
}

/** Starts a proxy to a port of 127.0.0.1. @param port where it listens; any free one when absent */
export async function startProxy(target: number, port = 0): Promise<FaultyProxy> {
  const open = new Set<Socket>();
  let delayMs = 0;
  let isRefusing = false;
  let clear = Promise.resolve();
  let letThrough = (): void => undefined;
  const carry = (from: Socket, to: Socket): void => {
    open.add(from);
    from.setNoDelay(true);
    from.on('error', () => undefined);
    // Whoever hangs up is not heard either while packets are lost.
    from.on('close', () => {
      open.delete(from);
      void clear.then(() => to.destroy());
    });
    // One after another, so that pieces keep their order whatever the delay is.
    let last = Promise.resolve();
    from.on('data', (piece) => {
      const wait = delayMs;
      from.pause();
      last = last.then(async () => {
        await clear;
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        if (!to.destroyed) to.write(piece);
        from.resume();
      });
    });
    from.on('end', () => void last.then(() => to.end()));
  };
  const server = createServer((near) => {
    if (isRefusing) {
      near.destroy();
      return;
    }
    open.add(near);
    near.on('error', () => undefined);
    near.on('close', () => open.delete(near));
    void clear.then(() => {
      if (near.destroyed) return;
      const far = connect(target, '127.0.0.1');
      carry(near, far);
      carry(far, near);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut,
    refuse: (refusing) => {
      isRefusing = refusing;
    },
    swallow: (swallowing) => {
      letThrough();
      clear = swallowing ? new Promise((resolve) => (letThrough = resolve)) : Promise.resolve();
    },
    delay: (ms) => {
      delayMs = ms;
    },
    close: () =>
      new Promise((resolve) => {
        letThrough();
        server.close(() => resolve());
        cut();
      }),
  };
}
