import { clientAddress } from '@/lib/http/client-address';
import { registerMemberCall } from '@/lib/http/contracts/members';
import { answer, answerTo, route } from '@/lib/http/route';
import { profileView } from '@/lib/http/views/member';
import { registerMember } from '@/lib/operations/members/register-member';

export const POST = route(registerMemberCall, async ({ body, request, locale }) =>
  answerTo(await registerMember({ ...body, locale }, { kind: 'self', address: clientAddress(request.headers) }), (member) => answer(201, profileView(member))),
);
