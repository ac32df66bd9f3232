import { staffActOf } from '@/lib/http/act';
import { addLicenceCall, listLicencesCall } from '@/lib/http/contracts/licences';
import { answerWithLicences, boughtLicence } from '@/lib/http/licences-answer';
import { route } from '@/lib/http/route';
import { addLicence } from '@/lib/operations/catalogue/add-licence';

export const GET = route(listLicencesCall, async (call) => answerWithLicences(call.params.id, 200));

export const POST = route(addLicenceCall, async (call) => {
  const added = await addLicence(call.params.id, boughtLicence(call.body), staffActOf(call));
  return answerWithLicences(call.params.id, 201, added);
});
