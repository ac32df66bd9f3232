import { clientAddress } from '@/lib/http/client-address';
import { resetPasswordCall } from '@/lib/http/contracts/members';
import { answer, answerTo, route } from '@/lib/http/route';
import { resetPassword, type ResetProof } from '@/lib/operations/members/reset-password';

export const POST = route(resetPasswordCall, async ({ body, request }) => {
  const proof: ResetProof = 'secret' in body ? { kind: 'link', secret: body.secret } : { kind: 'code', identifier: body.identifier, code: body.code };
  return answerTo(await resetPassword(proof, body.password, clientAddress(request.headers)), (done) => answer(200, done));
});
