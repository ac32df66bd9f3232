import { findUpload, markCancelled } from '@/lib/adapters/postgres/uploads';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { discardFile } from './discard-file';

/** Gives up an upload and throws away what has arrived; cancelling twice is fine. A file in use belongs to its title. */
export async function cancelUpload(id: string): Promise<Outcome<null>> {
  const upload = await findUpload(id);
  if (upload === null) return refuse({ code: 'not-found' });
  if (upload.state === 'cancelled') return granted(null);
  if (!(await markCancelled(id))) return refuse({ code: 'upload-used' });
  await discardFile(upload);
  return granted(null);
}
