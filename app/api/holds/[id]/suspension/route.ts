import { actOf } from '@/lib/http/act';
import { resumeHoldCall, suspendHoldCall } from '@/lib/http/contracts/lending';
import { answer, answerTo, route } from '@/lib/http/route';
import { holdView } from '@/lib/http/views/lending';
import { resumeHold } from '@/lib/operations/lending/resume-hold';
import { suspendHold } from '@/lib/operations/lending/suspend-hold';

export const PUT = route(suspendHoldCall, async (call) =>
  answerTo(await suspendHold(call.params.id, call.caller.memberId, call.body.until, actOf(call)), (report) => answer(200, holdView(report))),
);
export const DELETE = route(resumeHoldCall, async (call) => answerTo(await resumeHold(call.params.id, call.caller.memberId, actOf(call)), (report) => answer(200, holdView(report))));
