import { responseTo } from '@/lib/http/auth/log-in';
import { askNextAuth } from '@/lib/http/auth/next-auth';
import { authOptions } from '@/lib/http/auth/options';
import { csrfCall } from '@/lib/http/contracts/auth';
import { route } from '@/lib/http/route';

export const GET = route(csrfCall, async ({ request }) => responseTo(await askNextAuth(request, { action: 'csrf' }, authOptions())));
