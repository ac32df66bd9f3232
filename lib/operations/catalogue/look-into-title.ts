import { writeAudit } from '@/lib/adapters/postgres/audit';
import { contentOfTitle, insertLook } from '@/lib/adapters/postgres/staff-looks';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { presignGet } from '@/lib/adapters/s3/presign';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { urlLifetimeSeconds } from '@/lib/domain/reading/content-url';
import { addMs, second } from '@/lib/domain/time';

export type Look = { readonly id: string; readonly url: string; readonly expiresAt: Date; readonly contentType: string; readonly sizeBytes: number };

/** Rule 12: staff may look into a title without a loan, with a reason that is kept before the address is given. */
export async function lookIntoTitle(titleId: string, reason: string, librarianId: string): Promise<Outcome<Look>> {
  const found = await contentOfTitle(titleId);
  if (found?.content == null) return refuse({ code: 'not-found' });
  const { objectKey, contentType, sizeBytes } = found.content;
  const signedAt = new Date(Math.floor(found.now.getTime() / second) * second);
  const url = await presignGet(objectKey, { expiresInSeconds: urlLifetimeSeconds, now: signedAt });
  const id = await inTransaction(async (tx) => {
    const lookId = await insertLook(tx, { librarianId, titleId, reason });
    await writeAudit({ actor: { kind: 'librarian', librarianId, channel: 'web' }, action: 'title-looked-into', subject: 'title', subjectId: titleId, facts: { lookId } }, tx);
    return lookId;
  });
  return granted({ id, url, expiresAt: addMs(signedAt, urlLifetimeSeconds * second), contentType, sizeBytes });
}
