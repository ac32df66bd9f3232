import { saveTitleCall, unsaveTitleCall } from '@/lib/http/contracts/titles';
import { answer, answerTo, route } from '@/lib/http/route';
import { saveTitle } from '@/lib/operations/catalogue/save-title';
import { unsaveTitle } from '@/lib/operations/catalogue/unsave-title';

export const PUT = route(saveTitleCall, async ({ params, caller }) => answerTo(await saveTitle(params.id, caller.memberId), () => answer(204, null)));

export const DELETE = route(unsaveTitleCall, async ({ params, caller }) => {
  await unsaveTitle(params.id, caller.memberId);
  return answer(204, null);
});
