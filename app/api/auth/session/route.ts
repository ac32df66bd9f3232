import { responseTo } from '@/lib/http/auth/log-in';
import { askNextAuth } from '@/lib/http/auth/next-auth';
import { authOptions } from '@/lib/http/auth/options';
import { sessionCall } from '@/lib/http/contracts/auth';
import { route } from '@/lib/http/route';

export const GET = route(sessionCall, async ({ request }) => responseTo(await askNextAuth(request, { action: 'session' }, authOptions())));
