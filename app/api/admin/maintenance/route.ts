import { announceMaintenanceCall, listMaintenancesCall } from '@/lib/http/contracts/maintenance';
import { answer, route } from '@/lib/http/route';
import { maintenanceRefusalView } from '@/lib/http/views/maintenance';
import { announceMaintenance } from '@/lib/operations/maintenance/announce-maintenance';
import { listMaintenances } from '@/lib/operations/maintenance/list-maintenances';

export const GET = route(listMaintenancesCall, async () => {
  const { items, now } = await listMaintenances();
  return answer(200, { items, nextCursor: null, now });
});

export const POST = route(announceMaintenanceCall, async ({ body: { from, until, shownFrom, note }, caller, locale }) => {
  const plan = { from: new Date(from), until: new Date(until), shownFrom: shownFrom === null ? null : new Date(shownFrom), note: note === '' ? null : note };
  const made = await announceMaintenance(plan, caller.memberId);
  return made.ok ? answer(201, made.value) : maintenanceRefusalView(made.refusal, locale);
});
