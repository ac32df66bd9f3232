import { earlier } from '../time';
import type { Reading } from './position';

/** A later save wins on its device. A phone whose clock runs ahead is believed up to now, so that it cannot win for ever. */
export function afterSave(standing: Reading | null, incoming: Reading, now: Date): Reading {
  const believed = { ...incoming, savedAt: earlier(incoming.savedAt, now) };
  if (standing !== null && believed.savedAt < standing.savedAt) return standing;
  return { ...believed, deviceName: believed.deviceName ?? standing?.deviceName ?? null };
}
