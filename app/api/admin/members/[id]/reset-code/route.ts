import { issueResetCodeCall } from '@/lib/http/contracts/admin-members';
import { answer, answerTo, route } from '@/lib/http/route';
import { issueResetCode } from '@/lib/operations/members/issue-reset-code';

export const POST = route(issueResetCodeCall, async ({ params, caller }) => answerTo(await issueResetCode(caller, params.id), (issued) => answer(201, issued)));
