import { answerLogIn } from '@/lib/http/auth/log-in';
import { logInContract } from '@/lib/http/contracts/auth';
import { route } from '@/lib/http/route';

export const POST = route(logInContract, ({ request, locale }) => answerLogIn(request, locale));
