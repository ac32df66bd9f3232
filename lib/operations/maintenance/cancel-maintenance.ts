import { writeAudit } from '@/lib/adapters/postgres/audit';
import { deleteMaintenance } from '@/lib/adapters/postgres/maintenance';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { granted, type Outcome } from '@/lib/domain/outcome';
import { forgetMaintenance } from './read-maintenance';

/** Takes an announcement back; cancelling twice answers the same. */
export async function cancelMaintenance(id: string, librarianId: string): Promise<Outcome<null>> {
  await inTransaction(async (tx) => {
    const gone = await deleteMaintenance(tx, id);
    if (gone) await writeAudit({ actor: { kind: 'librarian', librarianId, channel: 'web' }, action: 'maintenance-cancelled', subject: 'maintenance', subjectId: id }, tx);
  });
  forgetMaintenance();
  return granted(null);
}
