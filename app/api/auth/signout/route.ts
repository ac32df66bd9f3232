import { answerLogOut } from '@/lib/http/auth/log-out';
import { logOutCall, logOutPageCall } from '@/lib/http/contracts/auth';
import { answer, route } from '@/lib/http/route';

export const GET = route(logOutPageCall, async () => answer(303, null, { location: '/account' }));
export const POST = route(logOutCall, ({ request, locale }) => answerLogOut(request, locale));
