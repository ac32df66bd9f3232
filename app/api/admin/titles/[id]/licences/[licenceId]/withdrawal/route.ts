import { staffActOf } from '@/lib/http/act';
import { withdrawLicenceCall } from '@/lib/http/contracts/licences';
import { answerWithLicences } from '@/lib/http/licences-answer';
import { route } from '@/lib/http/route';
import { withdrawLicence } from '@/lib/operations/catalogue/withdraw-licence';

export const POST = route(withdrawLicenceCall, async (call) => {
  const { id: titleId, licenceId } = call.params;
  const { reason, loans } = call.body;
  return answerWithLicences(titleId, 200, await withdrawLicence({ titleId, licenceId }, { reason, loansEnd: loans === 'end' }, staffActOf(call)));
});
