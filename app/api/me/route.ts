import { changeMeCall, eraseMeCall, readMeCall } from '@/lib/http/contracts/me';
import { answer, answerTo, route } from '@/lib/http/route';
import { meView } from '@/lib/http/views/member';
import { changeProfile } from '@/lib/operations/members/change-profile';
import { eraseMember } from '@/lib/operations/members/erase-member';
import { readMe } from '@/lib/operations/members/read-me';

export const GET = route(readMeCall, async ({ caller }) => answerTo(await readMe(caller.memberId), (me) => answer(200, meView(me))));

export const PATCH = route(changeMeCall, async ({ caller, body: { channels, ...body } }) => {
  const change = channels?.email === undefined ? body : { ...body, emailNotices: channels.email };
  const changed = await changeProfile(caller.memberId, change, { kind: 'member', memberId: caller.memberId, channel: 'web' });
  if (!changed.ok) return changed.refusal;
  return answerTo(await readMe(caller.memberId), (me) => answer(200, meView(me)));
});

export const DELETE = route(eraseMeCall, async ({ caller }) =>
  answerTo(await eraseMember(caller.memberId, { kind: 'member', memberId: caller.memberId, channel: 'web' }), () => answer(204, null)),
);
