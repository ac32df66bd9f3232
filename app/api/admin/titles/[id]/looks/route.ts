import { lookIntoTitleCall } from '@/lib/http/contracts/looks';
import { answer, answerTo, route } from '@/lib/http/route';
import { lookIntoTitle } from '@/lib/operations/catalogue/look-into-title';

export const POST = route(lookIntoTitleCall, async ({ params, body, caller }) => answerTo(await lookIntoTitle(params.id, body.reason, caller.memberId), (look) => answer(201, look)));
