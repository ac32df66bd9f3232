import { actOf } from '@/lib/http/act';
import { cancelHoldCall } from '@/lib/http/contracts/lending';
import { answer, answerTo, route } from '@/lib/http/route';
import { holdView } from '@/lib/http/views/lending';
import { cancelHold } from '@/lib/operations/lending/cancel-hold';

export const DELETE = route(cancelHoldCall, async (call) => answerTo(await cancelHold(call.params.id, call.caller.memberId, actOf(call)), (report) => answer(200, holdView(report))));
