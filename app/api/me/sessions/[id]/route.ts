import { endDeviceCall } from '@/lib/http/contracts/me';
import { answer, answerTo, route } from '@/lib/http/route';
import { endSession } from '@/lib/operations/members/end-session';

export const DELETE = route(endDeviceCall, async ({ caller, params }) => answerTo(await endSession(caller, params.id), () => answer(204, null)));
