import { readTitleCall } from '@/lib/http/contracts/titles';
import { answer, answerTo, route } from '@/lib/http/route';
import { titleView } from '@/lib/http/views/titles';
import { seeTitle } from '@/lib/operations/catalogue/see-title';

export const GET = route(readTitleCall, async ({ params, caller }) => answerTo(await seeTitle(params.id, caller), (title) => answer(200, titleView(title))));
