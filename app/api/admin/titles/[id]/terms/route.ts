import { staffActOf } from '@/lib/http/act';
import { changeTitleTermsCall, readTitleTermsCall } from '@/lib/http/contracts/title-terms';
import { answer, route } from '@/lib/http/route';
import { policyRefusalView } from '@/lib/http/views/policy';
import { changeTitleTerms } from '@/lib/operations/policy/change-title-terms';
import { readTitleTerms } from '@/lib/operations/policy/read-title-terms';

export const GET = route(readTitleTermsCall, ({ params }) => termsOf(params.id));

export const PUT = route(changeTitleTermsCall, async (call) => {
  const changed = await changeTitleTerms(call.params.id, call.body, staffActOf(call));
  return changed.ok ? termsOf(call.params.id) : policyRefusalView(changed.refusal, call.locale);
});

async function termsOf(titleId: string) {
  const terms = await readTitleTerms(titleId);
  return terms === null ? ({ code: 'not-found' } as const) : answer(200, terms);
}
