import { staffActOf } from '@/lib/http/act';
import { extendLoanCall } from '@/lib/http/contracts/admin-loans';
import { answer, answerTo, route } from '@/lib/http/route';
import { loanView } from '@/lib/http/views/lending';
import { extendLoan } from '@/lib/operations/lending/extend-loan';

export const POST = route(extendLoanCall, async (call) => answerTo(await extendLoan(call.params.id, staffActOf(call)), ({ waiting, ...report }) => answer(200, { ...loanView(report), waiting })));
