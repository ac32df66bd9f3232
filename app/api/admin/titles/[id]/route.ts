import { staffActOf } from '@/lib/http/act';
import { editTitleCall } from '@/lib/http/contracts/admin-titles';
import { route } from '@/lib/http/route';
import { answerWithTitle } from '@/lib/http/staff-title-answer';
import { editTitle } from '@/lib/operations/catalogue/edit-title';

export const PATCH = route(editTitleCall, async (call) => {
  const { published, ...changes } = call.body;
  return answerWithTitle(await editTitle(call.params.id, { changes, publish: published === true }, staffActOf(call)));
});
