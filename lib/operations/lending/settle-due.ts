import { sweepCirculations, type Sweep } from '@/lib/adapters/postgres/circulation/sweep';

/** The auto-return task: book-keeping for what the clock has decided, with true times. */
export async function settleDue(time?: { at: Date }): Promise<Sweep> {
  return sweepCirculations(time);
}
