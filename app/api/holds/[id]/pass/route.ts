import { actOf } from '@/lib/http/act';
import { passOfferCall } from '@/lib/http/contracts/lending';
import { answer, answerTo, route } from '@/lib/http/route';
import { holdView } from '@/lib/http/views/lending';
import { passOffer } from '@/lib/operations/lending/pass-offer';

export const POST = route(passOfferCall, async (call) => answerTo(await passOffer(call.params.id, call.caller.memberId, actOf(call)), (report) => answer(200, holdView(report))));
