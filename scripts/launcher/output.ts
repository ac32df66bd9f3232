import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { log } from '@/lib/log';

/** Passes a child's lines on: our own JSON as it is, anything else inside a JSON line. Keeps the last ones for a message. */
export function passOn(name: string, child: ChildProcess): readonly string[] {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() === '') return;
      if (isJson(line)) return void process.stdout.write(`${line}\n`);
      said.push(line.trim());
      said.splice(0, said.length - 20);
      // Next.js greets on standard output; what matters stands on the other
      log[stream === child.stderr ? 'warn' : 'debug']({ from: name }, line);
    });
  }
  return said;
}

function isJson(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
