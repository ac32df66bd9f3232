import { staffActOf } from '@/lib/http/act';
import { undoWithdrawalCall, withdrawTitleCall } from '@/lib/http/contracts/admin-titles';
import { route } from '@/lib/http/route';
import { answerWithTitle } from '@/lib/http/staff-title-answer';
import { undoWithdrawal } from '@/lib/operations/catalogue/undo-withdrawal';
import { withdrawTitle } from '@/lib/operations/catalogue/withdraw-title';

export const POST = route(withdrawTitleCall, async (call) => answerWithTitle(await withdrawTitle(call.params.id, { reason: call.body.reason, loansEnd: call.body.loans === 'end' }, staffActOf(call))));
export const DELETE = route(undoWithdrawalCall, async (call) => answerWithTitle(await undoWithdrawal(call.params.id, staffActOf(call))));
