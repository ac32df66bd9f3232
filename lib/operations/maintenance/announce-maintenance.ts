import { writeAudit } from '@/lib/adapters/postgres/audit';
import { databaseNow } from '@/lib/adapters/postgres/clock';
import { insertMaintenance, type Maintenance, type MaintenancePlan } from '@/lib/adapters/postgres/maintenance';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { forgetMaintenance } from './read-maintenance';

/** A librarian announces a maintenance; it is shown on every page until it is over. */
export async function announceMaintenance(plan: Omit<MaintenancePlan, 'shownFrom'> & { readonly shownFrom: Date | null }, librarianId: string): Promise<Outcome<Maintenance>> {
  const now = await databaseNow();
  if (plan.until <= plan.from) return refuse({ code: 'bad-request', errors: [{ path: 'until', message: 'until-after-from' }] });
  if (plan.until <= now) return refuse({ code: 'bad-request', errors: [{ path: 'until', message: 'until-is-past' }] });
  const shownFrom = plan.shownFrom ?? now;
  if (shownFrom >= plan.until) return refuse({ code: 'bad-request', errors: [{ path: 'shownFrom', message: 'shown-too-late' }] });
  const made = await inTransaction(async (tx) => {
    const inserted = await insertMaintenance(tx, { ...plan, shownFrom }, librarianId);
    await writeAudit({ actor: { kind: 'librarian', librarianId, channel: 'web' }, action: 'maintenance-announced', subject: 'maintenance', subjectId: inserted.id, facts: { from: inserted.from, until: inserted.until } }, tx);
    return inserted;
  });
  forgetMaintenance();
  return granted(made);
}
