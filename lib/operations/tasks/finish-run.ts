import { finishTaskRun, type RunKey } from '@/lib/adapters/postgres/task-runs';

/** Writes down how a claimed run ended: with facts, or with what went wrong (no names, no secrets). */
export async function finishRun(run: RunKey, end: { readonly facts: object } | { readonly error: string }): Promise<void> {
  await finishTaskRun(run, end);
}
