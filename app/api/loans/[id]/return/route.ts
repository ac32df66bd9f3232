import { actOf } from '@/lib/http/act';
import { returnLoanCall } from '@/lib/http/contracts/lending';
import { answer, answerTo, route } from '@/lib/http/route';
import { loanView } from '@/lib/http/views/lending';
import { returnLoan } from '@/lib/operations/lending/return-loan';

export const POST = route(returnLoanCall, async (call) => answerTo(await returnLoan(call.params.id, call.caller.memberId, actOf(call)), (report) => answer(200, loanView(report))));
