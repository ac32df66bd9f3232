import { answerLogOut } from '@/lib/http/auth/log-out';
import { logOutContract, logOutPageContract } from '@/lib/http/contracts/auth';
import { answer, route } from '@/lib/http/route';

export const GET = route(logOutPageContract, async () => answer(303, null, { location: '/account' }));
export const POST = route(logOutContract, ({ request, locale }) => answerLogOut(request, locale));
