import { totalmem } from 'node:os';
import { runChild, type Limits } from './run-child';

/** `kept`: the original stays, and why; `away`: the storage did not answer, so it is worth another try. */
export type Normalised =
  | { readonly kind: 'normalised'; readonly sizeBytes: number; readonly bytesBefore: number; readonly bytesAfter: number }
  | { readonly kind: 'kept'; readonly why: string }
  | { readonly kind: 'away' };

export const normaliseLimitBytes = 200 * 2 ** 20;

/**
 * Packs a PDF's objects into streams, so that page 1 costs a reader a few of its bytes (stack.md section 5), and stores
 * the result at `target`, a signed address. Best effort: whatever fails, differs or gains nothing keeps the original.
 */
export async function normalisePdf(address: string, sizeBytes: number, target: string, limits: Limits = normaliseLimits()): Promise<Normalised> {
  if (sizeBytes > normaliseLimitBytes) return { kind: 'kept', why: 'too large' };
  const { messages, killed } = await runChild('normalise', { address, sizeBytes, target }, limits);
  const said = messages[0] as Normalised | undefined;
  return said ?? { kind: 'kept', why: killed ? 'beyond the limits' : 'said nothing' };
}

/** 29 MB take 0.4 GB and some seconds. A small server keeps two thirds of its memory for lending. */
function normaliseLimits(): Limits {
  return { timeMs: 180_000, memoryBytes: Math.min(1.5 * 2 ** 30, totalmem() / 3) };
}
