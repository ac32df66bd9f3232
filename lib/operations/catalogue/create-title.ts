import { writeAudit } from '@/lib/adapters/postgres/audit';
import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { databaseNow } from '@/lib/adapters/postgres/clock';
import { insertTitle, titleOfFile } from '@/lib/adapters/postgres/collection';
import type { TitleMetadata } from '@/lib/domain/catalogue/title-metadata';
import { inOneTransaction, type Tx } from '@/lib/adapters/postgres/transaction';
import { markUsed } from '@/lib/adapters/postgres/uploads';
import { addLicence, type NewLicence } from '@/lib/domain/lending/licences';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import type { Refusal } from '@/lib/domain/refusal';
import { keyOf, type Act } from '../act';
import { once } from '../once';
import { takeInspected } from './inspected-upload';

export type NewTitle = { readonly uploadId: string; readonly metadata: TitleMetadata; readonly licence: NewLicence; readonly published: boolean };

/** An inspected file becomes a title with copies, borrowable at once unless it is to stay a draft. The same call again finds the title made. */
export async function createTitle(title: NewTitle, act: Act): Promise<Outcome<{ titleId: string; created: boolean }>> {
  try {
    return await inOneTransaction(() => once(keyOf(act, ['create-title', title]), (tx) => create(tx, title, act)));
  } catch (error) {
    if (error instanceof NoLicence) return refuse(error.refusal);
    throw error;
  }
}

async function create(tx: Tx, { uploadId, metadata, licence, published }: NewTitle, { actor }: Act): Promise<Outcome<{ titleId: string; created: boolean }>> {
  const taken = await takeInspected(tx, uploadId);
  if (!taken.ok) return taken;
  const upload = taken.value;
  if (upload.state === 'used') {
    const made = await titleOfFile(tx, upload.objectKey);
    return made?.isFirst === true && made.title === metadata.title ? granted({ titleId: made.titleId, created: false }) : refuse({ code: 'upload-used' });
  }
  if (licence.terms.expiresAt !== null && licence.terms.expiresAt <= (await databaseNow())) return refuse({ code: 'licence-ended' });
  const titleId = await insertTitle(tx, { metadata, upload, published, librarianId: actor.kind === 'librarian' ? actor.librarianId : null });
  const licensed = await changeCirculation({ titleId, actor, decide: ({ circulation }, moment) => addLicence(circulation, licence, moment), report: () => null });
  if (!licensed.ok) throw new NoLicence(licensed.refusal);
  await markUsed(tx, uploadId);
  await writeAudit({ actor, action: 'title-created', subject: 'title', subjectId: titleId, facts: { copies: licence.copies, model: licence.terms.model, published } }, tx);
  return granted({ titleId, created: true });
}

/** Nothing of a title stays that gets no licence. */
class NoLicence extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
