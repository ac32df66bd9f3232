import { staffActOf } from '@/lib/http/act';
import { revokeLoanCall } from '@/lib/http/contracts/admin-loans';
import { answer, answerTo, route } from '@/lib/http/route';
import { loanView } from '@/lib/http/views/lending';
import { revokeLoan } from '@/lib/operations/lending/revoke-loan';

export const POST = route(revokeLoanCall, async (call) => answerTo(await revokeLoan(call.params.id, call.body.reason, staffActOf(call)), (report) => answer(200, loanView(report))));
