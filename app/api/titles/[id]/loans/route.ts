import { actOf } from '@/lib/http/act';
import { borrowTitleCall } from '@/lib/http/contracts/lending';
import { answer, answerTo, route } from '@/lib/http/route';
import { loanView } from '@/lib/http/views/lending';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';

export const POST = route(borrowTitleCall, async (call) =>
  answerTo(await borrowTitle(call.params.id, call.caller.memberId, actOf(call)), (report) => answer(report.began ? 201 : 200, loanView(report))),
);
