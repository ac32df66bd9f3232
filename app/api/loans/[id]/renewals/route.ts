import { actOf } from '@/lib/http/act';
import { renewLoanCall } from '@/lib/http/contracts/lending';
import { answer, answerTo, route } from '@/lib/http/route';
import { loanView } from '@/lib/http/views/lending';
import { renewLoan } from '@/lib/operations/lending/renew-loan';

export const POST = route(renewLoanCall, async (call) => answerTo(await renewLoan(call.params.id, call.caller.memberId, actOf(call)), (report) => answer(200, loanView(report))));
