import { answerLogIn } from '@/lib/http/auth/log-in';
import { logInCall } from '@/lib/http/contracts/auth';
import { route } from '@/lib/http/route';

export const POST = route(logInCall, ({ request, locale }) => answerLogIn(request, locale));
