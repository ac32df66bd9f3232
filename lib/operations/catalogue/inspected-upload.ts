import { lockUpload, type KeptInspection, type Upload } from '@/lib/adapters/postgres/uploads';
import type { Tx } from '@/lib/adapters/postgres/transaction';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

export type InspectedFile = Upload & { readonly inspection: KeptInspection };

/** Locks an upload that is about to be used; it must have passed its inspection. A used one comes back too, to be told apart. */
export async function takeInspected(tx: Tx, uploadId: string): Promise<Outcome<InspectedFile>> {
  const upload = await lockUpload(tx, uploadId);
  if (upload === null || upload.state === 'cancelled') return refuse({ code: 'not-found' });
  if (upload.refusalCode !== null) return refuse({ code: upload.refusalCode });
  return upload.inspection === null ? refuse({ code: 'upload-not-inspected' }) : granted({ ...upload, inspection: upload.inspection });
}
