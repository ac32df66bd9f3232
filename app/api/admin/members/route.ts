import { z } from 'zod';
import { registerAtDeskCall, searchMembersCall } from '@/lib/http/contracts/admin-members';
import { decodeCursor, encodeCursor } from '@/lib/http/pagination';
import { answer, answerTo, route } from '@/lib/http/route';
import { foundMemberView } from '@/lib/http/views/admin-members';
import { profileView } from '@/lib/http/views/member';
import { registerMember } from '@/lib/operations/members/register-member';
import { searchMembers } from '@/lib/operations/members/search-members';

const namePlace = z.object({ name: z.string().max(400), id: z.uuid() });

export const GET = route(searchMembersCall, async ({ query: { q, state = null, limit, cursor } }) => {
  const after = decodeCursor(cursor, namePlace);
  if (!after.ok) return after.refusal;
  const { items, next } = await searchMembers({ q, state }, { limit, after: after.value });
  return answer(200, { items: items.map(foundMemberView), nextCursor: next === null ? null : encodeCursor(next) });
});

export const POST = route(registerAtDeskCall, async ({ body, caller, locale }) =>
  answerTo(await registerMember({ ...body, locale }, { kind: 'desk', actor: { kind: 'librarian', librarianId: caller.memberId, channel: 'desk' } }), (member) => answer(201, profileView(member))),
);
