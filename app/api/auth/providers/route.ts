import { responseTo } from '@/lib/http/auth/log-in';
import { askNextAuth } from '@/lib/http/auth/next-auth';
import { authOptions } from '@/lib/http/auth/options';
import { providersCall } from '@/lib/http/contracts/auth';
import { route } from '@/lib/http/route';

export const GET = route(providersCall, async ({ request }) => responseTo(await askNextAuth(request, { action: 'providers' }, authOptions())));
