import { spawn, type ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { waitFor } from '@/lib/adapters/embedded/processes';
import { CannotStart } from '@/lib/config/cannot-start';
import { passOn } from './output';

/** A service that runs until it is stopped or dies. */
export type Running = { readonly pid: number; readonly ended: Promise<void>; stop(): Promise<void> };

/**
 * Starts one of our own scripts and waits until it says that it is ready. It ends by itself when this process is killed
 * (the channel between them breaks), and a terminal's Ctrl-C does not reach it: the launcher ends its children in order.
 */
export async function startChild(root: string, name: string, script: string, env: Record<string, string>): Promise<Running> {
  const loader = script.endsWith('.ts') ? ['--import', pathToFileURL(join(root, 'node_modules/tsx/dist/esm/index.mjs')).href] : [];
  const child = spawn(process.execPath, [...loader, join(root, script)], { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, ...env } });
  const said = passOn(name, child);
  const answer = await new Promise<{ ready?: true; failed?: string }>((resolve) => {
    child.once('message', (message) => resolve(message as { ready?: true; failed?: string }));
    child.once('error', (error) => resolve({ failed: error.message }));
    child.once('close', (code, killedBy) => resolve({ failed: said.at(-1) ?? `it ended (${killedBy ?? code})` }));
  });
  if (answer.failed !== undefined) throw new CannotStart(`The ${name} process does not start: ${answer.failed}`);
  return { pid: child.pid ?? 0, ended: new Promise((resolve) => child.once('exit', () => resolve())), stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  for (const [name, patienceMs] of [['SIGTERM', 8000], ['SIGKILL', 5000]] as const) {
    if (isOver()) return;
    child.kill(name);
    await waitFor(isOver, patienceMs, 20);
  }
}
