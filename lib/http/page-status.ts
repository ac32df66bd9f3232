import type { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

declare global {
  /** The answer under way, for whoever renders it; scripts/serve.mjs puts it there. */
  var pinjamAnswer: AsyncLocalStorage<ServerResponse> | undefined;
}

/** For a page that learns while it renders that nothing is here: Next.js gives it no other way to say 404 and be drawn all the same. */
export function answerNotFound(): void {
  const answer = globalThis.pinjamAnswer?.getStore();
  if (answer !== undefined && !answer.headersSent) answer.statusCode = 404;
}
