import { writeAudit } from '@/lib/adapters/postgres/audit';
import { updateTitle } from '@/lib/adapters/postgres/collection';
import type { TitleMetadata } from '@/lib/domain/catalogue/title-metadata';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { once } from '../once';

export type TitleEdit = { readonly changes: Partial<TitleMetadata>; readonly publish: boolean };

/** Corrects what is written about a title, and publishes a draft. */
export async function editTitle(titleId: string, { changes, publish }: TitleEdit, act: Act): Promise<Outcome<{ titleId: string }>> {
  return once(keyOf(act, ['edit-title', titleId, changes, publish]), async (tx) => {
    if (!(await updateTitle(tx, titleId, changes, publish))) return refuse({ code: 'not-found' });
    await writeAudit({ actor: act.actor, action: publish ? 'title-published' : 'title-edited', subject: 'title', subjectId: titleId, facts: { fields: Object.keys(changes) } }, tx);
    return granted({ titleId });
  });
}
