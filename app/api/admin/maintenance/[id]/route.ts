import { cancelMaintenanceCall } from '@/lib/http/contracts/maintenance';
import { answer, answerTo, route } from '@/lib/http/route';
import { cancelMaintenance } from '@/lib/operations/maintenance/cancel-maintenance';

export const DELETE = route(cancelMaintenanceCall, async ({ params, caller }) => answerTo(await cancelMaintenance(params.id, caller.memberId), () => answer(204, null)));
