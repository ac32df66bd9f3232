import { changeTitleTermsCall, readTitleTermsCall } from '@/lib/http/contracts/title-terms';
import { answer, route } from '@/lib/http/route';
import { policyRefusalView } from '@/lib/http/views/policy';
import { changeTitleTerms } from '@/lib/operations/policy/change-title-terms';
import { readTitleTerms } from '@/lib/operations/policy/read-title-terms';

export const GET = route(readTitleTermsCall, ({ params }) => termsOf(params.id));

export const PUT = route(changeTitleTermsCall, async ({ params, body, caller, locale }) => {
  const changed = await changeTitleTerms(params.id, body, caller.memberId);
  return changed.ok ? termsOf(params.id) : policyRefusalView(changed.refusal, locale);
});

async function termsOf(titleId: string) {
  const terms = await readTitleTerms(titleId);
  return terms === null ? ({ code: 'not-found' } as const) : answer(200, terms);
}
