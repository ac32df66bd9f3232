import { openContentContract } from '@/lib/http/contracts/reading';
import { answer, answerTo, route } from '@/lib/http/route';
import { contentView } from '@/lib/http/views/content';
import { openContent } from '@/lib/operations/reading/open-content';

export const GET = route(openContentContract, async ({ params, caller }) =>
  answerTo(await openContent({ memberId: caller.memberId, loanId: params.id }), (content) => answer(200, contentView(content))),
);
