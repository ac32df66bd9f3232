import type { PolicyProblemKind } from '@/lib/domain/policy/check';
import type { Refusal } from '@/lib/domain/refusal';
import type { Locale } from '@/lib/i18n/locale';
import { messages } from '@/lib/i18n/messages';
import type { PolicyInForce } from '@/lib/operations/policy/read-policy';

export function policyView({ policy, changedAt }: PolicyInForce) {
  return { ...policy, changedAt };
}

/** The domain's kinds of problem in the caller's words. */
export function policyRefusalView(refusal: Refusal, locale: Locale): Refusal {
  if (refusal.code !== 'bad-request') return refusal;
  const words = messages[locale].policy.problems;
  return { ...refusal, errors: refusal.errors.map(({ path, message }) => ({ path, message: words[message as PolicyProblemKind] ?? message })) };
}
