import { changeRoleCall } from '@/lib/http/contracts/admin-members';
import { answer, answerTo, route } from '@/lib/http/route';
import { meView } from '@/lib/http/views/member';
import { changeRole } from '@/lib/operations/members/change-role';
import { readMe } from '@/lib/operations/members/read-me';

export const PUT = route(changeRoleCall, async ({ params, caller, body }) => {
  const done = await changeRole(caller, params.id, body.role);
  return done.ok ? answerTo(await readMe(params.id), (me) => answer(200, meView(me))) : done.refusal;
});
