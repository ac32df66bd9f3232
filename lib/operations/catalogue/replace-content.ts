import { writeAudit } from '@/lib/adapters/postgres/audit';
import { insertContent, lockTitle, titleOfFile } from '@/lib/adapters/postgres/collection';
import { markUsed } from '@/lib/adapters/postgres/uploads';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { once } from '../once';
import { takeInspected } from './inspected-upload';

/** Puts another file in the place of a title's. Loans, holds and reading stay as they are; the older file stays for those who read it now. */
export async function replaceContent(titleId: string, uploadId: string, act: Act): Promise<Outcome<{ titleId: string }>> {
  return once(keyOf(act, ['replace-content', titleId, uploadId]), async (tx) => {
    if ((await lockTitle(tx, titleId)) === null) return refuse({ code: 'not-found' });
    const taken = await takeInspected(tx, uploadId);
    if (!taken.ok) return taken;
    const upload = taken.value;
    if (upload.state === 'used') return (await titleOfFile(tx, upload.objectKey))?.titleId === titleId ? granted({ titleId }) : refuse({ code: 'upload-used' });
    const contentId = await insertContent(tx, titleId, upload, act.actor.kind === 'librarian' ? act.actor.librarianId : null);
    await markUsed(tx, uploadId);
    await writeAudit({ actor: act.actor, action: 'content-replaced', subject: 'title', subjectId: titleId, facts: { contentId, pages: upload.inspection.pages } }, tx);
    return granted({ titleId });
  });
}
