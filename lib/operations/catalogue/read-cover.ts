import { readObject } from '@/lib/adapters/s3/storage';
import { coverKey } from './store-cover';

/** A cover's picture as it is stored, or null. */
export async function readCover(hash: string, width: 240 | 480): Promise<Uint8Array | null> {
  return readObject(coverKey(hash, width));
}
