import { logInPageContract } from '@/lib/http/contracts/auth';
import { answer, route } from '@/lib/http/route';

export const GET = route(logInPageContract, async () => answer(303, null, { location: '/login' }));
