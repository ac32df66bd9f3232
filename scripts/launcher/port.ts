import { createServer } from 'node:net';
import { CannotStart } from '@/lib/config/cannot-start';

/** Says early and clearly when the address cannot be had. A server that was killed a moment ago may still hold it. */
export async function requirePort(port: number, host: string, patienceMs = 4000): Promise<void> {
  for (const startedAt = Date.now(); ; ) {
    const code = await attempt(port, host);
    if (code === null) return;
    if (code !== 'EADDRINUSE' || Date.now() - startedAt > patienceMs) throw new CannotStart(portProblem(code, port, host));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export function portProblem(code: string, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program: end it, or set PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `HOST ${host} is not an address of this machine.`;
  if (code === 'EACCES') return `Port ${port} needs rights that this user does not have: set PORT to 1024 or more.`;
  return `Nothing can listen on ${host}:${port}: ${code}.`;
}

async function attempt(port: number, host: string): Promise<string | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
