import { databaseNow } from '@/lib/adapters/postgres/clock';
import { findUpload, type Upload } from '@/lib/adapters/postgres/uploads';
import { listParts } from '@/lib/adapters/s3/multipart';
import { partNumbers, wholeParts, type ArrivedPart } from '@/lib/domain/catalogue/upload-parts';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { addressesOf, type PartAddress } from './part-addresses';

/** Where an upload stands: the parts that have arrived, and fresh addresses for the rest. */
export type StandingUpload = { readonly upload: Upload; readonly done: readonly ArrivedPart[]; readonly parts: readonly PartAddress[] };

export async function readUpload(id: string): Promise<Outcome<StandingUpload>> {
  const upload = await findUpload(id);
  if (upload === null || upload.state === 'cancelled') return refuse({ code: 'not-found' });
  if (upload.state !== 'uploading') return granted({ upload, done: [], parts: [] });
  const arrived = await listParts(upload.objectKey, upload.s3UploadId);
  // The parts were joined but the inspection was cut off: nothing is left to send, completing goes on from there.
  if (arrived === null) return granted({ upload, done: [], parts: [] });
  const done = wholeParts(arrived, upload.sizeBytes, upload.partSizeBytes);
  const there = new Set(done.map(({ number }) => number));
  const missing = partNumbers(upload.sizeBytes, upload.partSizeBytes).filter((number) => !there.has(number));
  return granted({ upload, done, parts: await addressesOf(upload, missing, await databaseNow()) });
}
