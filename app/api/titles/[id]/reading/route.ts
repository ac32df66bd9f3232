import { saveReadingContract, seeReadingContract } from '@/lib/http/contracts/reading';
import { answer, answerTo, route } from '@/lib/http/route';
import { readingView } from '@/lib/http/views/reading';
import { saveReading } from '@/lib/operations/reading/save-reading';
import { seeReading } from '@/lib/operations/reading/see-reading';

export const GET = route(seeReadingContract, async ({ params, caller }) =>
  answerTo(await seeReading({ memberId: caller.memberId, titleId: params.id }), (places) => answer(200, readingView(params.id, places))),
);

export const PUT = route(saveReadingContract, async ({ params, body, caller }) => {
  const { device, position, savedAt } = body;
  // A client that names no device is one device of its own.
  const incoming = { deviceId: device?.id ?? 'unnamed', deviceName: device?.name ?? null, position, savedAt: new Date(savedAt) };
  return answerTo(await saveReading({ memberId: caller.memberId, titleId: params.id, incoming }), (places) => answer(200, readingView(params.id, places)));
});
