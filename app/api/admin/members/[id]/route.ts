import { changeMemberCall, eraseMemberCall, readMemberCall } from '@/lib/http/contracts/admin-members';
import { answer, answerTo, route } from '@/lib/http/route';
import { deskMemberView } from '@/lib/http/views/admin-members';
import { meView } from '@/lib/http/views/member';
import { editMember } from '@/lib/operations/members/edit-member';
import { eraseAtDesk } from '@/lib/operations/members/erase-at-desk';
import { readMe } from '@/lib/operations/members/read-me';
import { readMember } from '@/lib/operations/members/read-member';
import { setTerms } from '@/lib/operations/members/set-terms';

export const GET = route(readMemberCall, async ({ params }) => answerTo(await readMember(params.id), (member) => answer(200, deskMemberView(member))));

export const PATCH = route(changeMemberCall, async ({ params, caller, body }) => {
  const { category, validUntil, emailVerified, phoneVerified, ...profile } = body;
  // the profile first: a new address is unverified until the desk says otherwise in the same call
  const edited = Object.keys(profile).length === 0 ? null : await editMember(caller, params.id, profile);
  if (edited !== null && !edited.ok) return edited.refusal;
  const terms = Object.fromEntries(Object.entries({ category, validUntil, emailVerified, phoneVerified }).filter(([, value]) => value !== undefined));
  const set = Object.keys(terms).length === 0 ? null : await setTerms(caller, params.id, terms);
  if (set !== null && !set.ok) return set.refusal;
  return answerTo(await readMe(params.id), (me) => answer(200, meView(me)));
});

export const DELETE = route(eraseMemberCall, async ({ params, caller }) => answerTo(await eraseAtDesk(caller, params.id), () => answer(204, null)));
