import { logInPageCall } from '@/lib/http/contracts/auth';
import { answer, route } from '@/lib/http/route';

export const GET = route(logInPageCall, async () => answer(303, null, { location: '/login' }));
