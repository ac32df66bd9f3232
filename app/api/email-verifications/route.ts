import { verifyEmailCall } from '@/lib/http/contracts/members';
import { answer, answerTo, route } from '@/lib/http/route';
import { verifyEmail } from '@/lib/operations/members/verify-email';

export const POST = route(verifyEmailCall, async ({ body }) => answerTo(await verifyEmail(body.proof), () => answer(204, null)));
