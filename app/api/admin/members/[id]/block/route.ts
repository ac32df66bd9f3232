import { blockMemberCall, unblockMemberCall } from '@/lib/http/contracts/admin-members';
import { answer, answerTo, route } from '@/lib/http/route';
import { meView } from '@/lib/http/views/member';
import { blockMember } from '@/lib/operations/members/block-member';
import { readMe } from '@/lib/operations/members/read-me';
import { unblockMember } from '@/lib/operations/members/unblock-member';

export const PUT = route(blockMemberCall, async ({ params, caller, body }) => {
  const done = await blockMember(caller, params.id, { reason: body.reason, until: body.until ?? null });
  return done.ok ? answerTo(await readMe(params.id), (me) => answer(200, meView(me))) : done.refusal;
});

export const DELETE = route(unblockMemberCall, async ({ params, caller }) => {
  const done = await unblockMember(caller, params.id);
  return done.ok ? answerTo(await readMe(params.id), (me) => answer(200, meView(me))) : done.refusal;
});
