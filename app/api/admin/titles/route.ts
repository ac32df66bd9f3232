import { after } from 'next/server';
import { staffActOf } from '@/lib/http/act';
import { createTitleCall } from '@/lib/http/contracts/admin-titles';
import { route } from '@/lib/http/route';
import { boughtLicence } from '@/lib/http/licences-answer';
import { answerWithTitle } from '@/lib/http/staff-title-answer';
import { createTitle } from '@/lib/operations/catalogue/create-title';
import { normaliseContents } from '@/lib/operations/catalogue/normalise-contents';

export const POST = route(createTitleCall, async (call) => {
  const { uploadId, licence, published, ...metadata } = call.body;
  const outcome = await createTitle({ uploadId, licence: boughtLicence(licence), published, metadata }, staffActOf(call));
  if (outcome.ok) after(() => normaliseContents());
  return answerWithTitle(outcome);
});
