import { clientAddress } from '@/lib/http/client-address';
import { requestResetLinkCall } from '@/lib/http/contracts/members';
import { answer, answerTo, route } from '@/lib/http/route';
import { requestResetLink } from '@/lib/operations/members/request-reset-link';

export const POST = route(requestResetLinkCall, async ({ body, request }) => answerTo(await requestResetLink(body.identifier, clientAddress(request.headers)), () => answer(202, {})));
