import { noteOpened, readingsOf, storeReading } from '@/lib/adapters/postgres/readings';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import type { Reading } from '@/lib/domain/reading/position';
import { afterSave } from '@/lib/domain/reading/save';
import type { SavedPlaces } from './see-reading';

/**
 * Keeps the place a device has reached; accepted from the owner after the loan's end too. A stale save is no error: the
 * answer says what stands.
 */
export async function saveReading({ memberId, titleId, incoming }: { memberId: string; titleId: string; incoming: Reading }): Promise<Outcome<SavedPlaces>> {
  const { owns, readings, now } = await readingsOf(memberId, titleId);
  if (!owns) return refuse({ code: 'not-found' });
  const standing = readings.find((reading) => reading.deviceId === incoming.deviceId) ?? null;
  const kept = afterSave(standing, incoming, now);
  if (kept === standing) return granted({ readings, now });

  await storeReading(memberId, titleId, kept);
  await noteOpened(memberId, titleId);
  const saved = await readingsOf(memberId, titleId);
  return granted({ readings: saved.readings, now: saved.now });
}
