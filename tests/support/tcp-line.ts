import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** How a line behaves: it carries, carries each piece late, is up but carries nothing, or is not there. */
export type LineMood = 'carries' | 'slow' | 'silent' | 'down';

export type TcpLine = {
  readonly port: number;
  mood(): LineMood;
  /** From now on, for what runs over it already too; `down` breaks that off. */
  become(mood: LineMood): Promise<void>;
  /** Breaks off what runs over it; who comes anew is let through. */
  cut(): void;
  readonly bytes: { carried: number };
  close(): Promise<void>;
};

const slowMs = 150;

/** A TCP line to a port of this machine that a test can slow, silence and cut. */
export async function aLineTo(target: number): Promise<TcpLine> {
  const sockets = new Set<Socket>();
  const bytes = { carried: 0 };
  let mood: LineMood = 'carries';
  let wake: () => void = () => undefined;
  let changed = new Promise<void>((resolve) => (wake = resolve));
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
    for (const [from, to] of [[near, far], [far, near]] as const) {
      sockets.add(from);
      from.on('close', () => (sockets.delete(from), to.destroy())).on('error', () => to.destroy());
      carry(from, to).catch(() => (from.destroy(), to.destroy()));
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    port,
    bytes,
    mood: () => mood,
    cut,
    become: async (next) => {
      const before = mood;
      mood = next;
      wake();
      changed = new Promise((resolve) => (wake = resolve));
      if (next === 'down' && before !== 'down') await goDown();
      if (next !== 'down' && before === 'down') await listen(port);
    },
    close: async () => {
      if (mood !== 'down') await goDown();
    },
  };

  function cut(): void {
    for (const socket of sockets) socket.resetAndDestroy();
  }

  async function goDown(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    cut();
    await closed;
  }

  async function carry(from: Socket, to: Socket): Promise<void> {
    for await (const piece of from) {
      while (mood === 'silent') await changed;
      if (mood === 'slow') await new Promise((resolve) => setTimeout(resolve, slowMs));
      bytes.carried += (piece as Buffer).length;
      if (!to.write(piece as Buffer)) await once(to, 'drain');
    }
    to.end();
  }
}
