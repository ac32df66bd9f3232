import { log } from '@/lib/log';
import type { Running } from './child';

const firstDelayMs = 500;
const longestDelayMs = 8000;
// what dies sooner than this after it was ready will do so again
const settledMs = 2000;

export type Supervised = { readonly name: string; pid(): number; stop(): Promise<void> };

/** Keeps a service running: when it dies it is started again at once; one that keeps dying at once, each time a little later, never later than eight seconds. */
export async function supervise(name: string, start: () => Promise<Running>, onChange: () => void): Promise<Supervised> {
  let running = await start();
  let wanted = true;
  let pending: Promise<void> = Promise.resolve();
  void watch();
  return {
    name,
    pid: () => running.pid,
    stop: async () => {
      wanted = false;
      await pending;
      await running.stop();
    },
  };

  async function watch(): Promise<void> {
    for (let delayMs = firstDelayMs; ; ) {
      const since = Date.now();
      await running.ended;
      if (!wanted) return;
      delayMs = Date.now() - since > settledMs ? firstDelayMs : delayMs;
      log.error({ service: name, pid: running.pid, delayMs }, 'ended unexpectedly, starting it again');
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      delayMs = Math.min(delayMs * 2, longestDelayMs);
      pending = restart();
      await pending;
    }
  }

  async function restart(): Promise<void> {
    if (!wanted) return;
    try {
      running = await start();
      log.info({ service: name, pid: running.pid }, 'running again');
      onChange();
    } catch (error) {
      log.error({ service: name, reason: (error as Error).message }, 'does not start');
      // the loop tries again: a service that never ran has ended
      running = { pid: 0, ended: Promise.resolve(), stop: () => Promise.resolve() };
    }
  }
}
