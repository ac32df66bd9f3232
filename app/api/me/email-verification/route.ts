import { requestVerificationCall } from '@/lib/http/contracts/me';
import { answer, answerTo, route } from '@/lib/http/route';
import { requestVerification } from '@/lib/operations/members/request-verification';

export const POST = route(requestVerificationCall, async ({ caller }) => answerTo(await requestVerification(caller.memberId), () => answer(202, {})));
