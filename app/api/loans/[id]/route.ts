import { readLoanCall } from '@/lib/http/contracts/lending';
import { answer, answerTo, route } from '@/lib/http/route';
import { loanView } from '@/lib/http/views/lending';
import { readLoan } from '@/lib/operations/lending/read-loan';

export const GET = route(readLoanCall, async ({ params, caller }) => answerTo(await readLoan(params.id, caller.memberId), (report) => answer(200, loanView(report))));
