import { Server, type IncomingMessage } from 'node:http';
import { environment } from '@/lib/config/environment';

declare global {
  var pinjamDropsForwarded: boolean | undefined;
}

/**
 * Next.js believes a client's own X-Forwarded-For and writes the socket's address only where there is none. With no
 * trusted proxy in front, what the client sent is dropped before Next sees it, or anybody could be from anywhere.
 */
export function dropForgedAddresses(): void {
  if (environment().TRUST_PROXY > 0 || globalThis.pinjamDropsForwarded === true) return;
  globalThis.pinjamDropsForwarded = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...facts: unknown[]): boolean {
    if (event === 'request') delete (facts[0] as IncomingMessage).headers['x-forwarded-for'];
    return emit.apply(this, [event, ...facts] as never);
  } as typeof emit;
}
