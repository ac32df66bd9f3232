import type { Refusal } from '@/lib/domain/refusal';

/** Errors that mean "something we need is away" become 503; anything else is a bug and stays an error. */
export function refusalOfError(error: unknown): Refusal | null {
  for (const cause of chain(error)) {
    const name = String((cause as { name?: unknown }).name ?? '');
    const code = String((cause as { code?: unknown }).code ?? '');
    if (name === 'StorageAway') return { code: 'away', part: 'storage' };
    if (name === 'DatabaseAway') return { code: 'away', part: 'database' };
    if (databaseAwayCodes.has(code)) return { code: 'away', part: 'database' };
    if (/Connection terminated|is not queryable|timeout exceeded when trying to connect/i.test(String((cause as Error).message ?? ''))) return { code: 'away', part: 'database' };
  }
  return null;
}

// SQLSTATEs of a server that stops, starts, refuses connections or has no disk or memory left, and the socket errors before them.
const databaseAwayCodes = new Set(['57P01', '57P02', '57P03', '08000', '08001', '08003', '08006', '53100', '53200', '53300', '58030', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

function* chain(error: unknown): Generator<object> {
  let depth = 0;
  for (let at: unknown = error; typeof at === 'object' && at !== null && depth < 6; depth += 1) {
    yield at;
    at = (at as { cause?: unknown }).cause;
  }
}
