import { changePasswordCall } from '@/lib/http/contracts/me';
import { answer, answerTo, route } from '@/lib/http/route';
import { changePassword } from '@/lib/operations/members/change-password';

export const PUT = route(changePasswordCall, async ({ caller, body }) => answerTo(await changePassword(caller, body.current, body.password), () => answer(204, null)));
