import { staffActOf } from '@/lib/http/act';
import { cancelAnyHoldCall } from '@/lib/http/contracts/admin-holds';
import { answer, answerTo, route } from '@/lib/http/route';
import { holdView } from '@/lib/http/views/lending';
import { cancelAnyHold } from '@/lib/operations/lending/cancel-any-hold';

export const POST = route(cancelAnyHoldCall, async (call) => answerTo(await cancelAnyHold(call.params.id, call.body.reason, staffActOf(call)), (report) => answer(200, holdView(report))));
