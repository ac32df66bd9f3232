import type { Reading } from '@/lib/domain/reading/position';
import { newest } from '@/lib/domain/reading/resume';
import type { SavedPlaces } from '@/lib/operations/reading/see-reading';
import type { ReadingAnswer } from '../schemas/reading';

/** The newest save stands on top, every device's own in the list. */
export function readingView(titleId: string, { readings, now }: SavedPlaces): ReadingAnswer {
  const last = newest(readings);
  return { titleId, ...(last === null ? { position: null, savedAt: null, device: null } : placeView(last)), devices: readings.map(placeView), now: now.toISOString() };
}

export function placeView({ deviceId, deviceName, position, savedAt }: Reading): ReadingAnswer['devices'][number] {
  return { position, savedAt: savedAt.toISOString(), device: { id: deviceId, name: deviceName } };
}
