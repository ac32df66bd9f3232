import { fork } from 'node:child_process';
import { join } from 'node:path';
import { environmentWithoutSecrets } from '@/lib/config/environment';

export type Limits = { readonly timeMs: number; readonly memoryBytes: number };

/** What a child said before it left, in order; `killed` when a limit or a crash ended it. */
export type ChildReport = { readonly messages: readonly unknown[]; readonly killed: boolean };

/**
 * Runs one of child/*.mjs on one task in a process of its own. A hostile file can make it loop, swell or crash: the
 * child watches itself from a second thread, we watch the time as well, and no more than two run at once.
 */
export async function runChild(entry: 'inspect' | 'normalise', task: object, limits: Limits): Promise<ChildReport> {
  await turn();
  try {
    return await started(entry, { ...task, limits }, limits);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

const atOnce = 2;
const waiting: (() => void)[] = [];
let running = 0;

async function turn(): Promise<void> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

function started(entry: string, task: object, limits: Limits): Promise<ChildReport> {
  return new Promise((resolve, reject) => {
    const child = fork(childFile(entry), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${Math.round(limits.memoryBytes / 2 ** 20 / 2)}`],
      env: environmentWithoutSecrets(),
    });
    const messages: unknown[] = [];
    // The child's own guard comes first; ours is for a child that never got that far.
    const timer = setTimeout(() => child.kill('SIGKILL'), limits.timeMs + 2000);
    child.on('message', (message) => messages.push(message));
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve({ messages, killed: code !== 0 });
    });
    child.send(task, (error) => error !== null && child.kill('SIGKILL'));
  });
}

/** Server code is bundled, the children are not: they are found from where the server was started, the project's folder. */
function childFile(entry: string): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'lib/adapters/pdf/child', `${entry}.mjs`);
}
