import { once } from 'node:events';
import { fork, type ChildProcess } from 'node:child_process';

export type Child = { readonly process: ChildProcess; readonly told: Promise<unknown>; readonly lines: string[]; kill(): Promise<void> };

/** A process of its own that runs a file of tests/support/processes on this test's database. */
export function aProcess(name: string, env: Record<string, string> = {}): Child {
  const child = fork(`tests/support/processes/${name}.ts`, [], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, NODE_OPTIONS: '', ...env } });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => lines.push(text.toString()));
  const ended = once(child, 'exit');
  const told = Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error(`${name} ended: ${lines.join('')}`)))]);
  told.catch(() => undefined);
  return { process: child, told, lines, kill: async () => void (child.kill('SIGKILL'), await ended) };
}
