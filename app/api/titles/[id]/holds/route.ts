import { actOf } from '@/lib/http/act';
import { placeHoldCall } from '@/lib/http/contracts/lending';
import { answer, answerTo, route } from '@/lib/http/route';
import { holdView } from '@/lib/http/views/lending';
import { placeHold } from '@/lib/operations/lending/place-hold';

export const POST = route(placeHoldCall, async (call) =>
  answerTo(await placeHold(call.params.id, call.caller.memberId, actOf(call)), (report) => answer(report.placed ? 201 : 200, holdView(report))),
);
