import { after } from 'next/server';
import { staffActOf } from '@/lib/http/act';
import { replaceContentCall } from '@/lib/http/contracts/admin-titles';
import { route } from '@/lib/http/route';
import { answerWithTitle } from '@/lib/http/staff-title-answer';
import { normaliseContents } from '@/lib/operations/catalogue/normalise-contents';
import { replaceContent } from '@/lib/operations/catalogue/replace-content';

export const PUT = route(replaceContentCall, async (call) => {
  const outcome = await replaceContent(call.params.id, call.body.uploadId, staffActOf(call));
  if (outcome.ok) after(() => normaliseContents());
  return answerWithTitle(outcome);
});
