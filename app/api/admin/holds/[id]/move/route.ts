import { staffActOf } from '@/lib/http/act';
import { moveHoldCall } from '@/lib/http/contracts/admin-holds';
import { answer, answerTo, route } from '@/lib/http/route';
import { holdView } from '@/lib/http/views/lending';
import { moveHold } from '@/lib/operations/lending/move-hold';

export const POST = route(moveHoldCall, async (call) => answerTo(await moveHold(call.params.id, call.body.reason, staffActOf(call)), (report) => answer(200, holdView(report))));
