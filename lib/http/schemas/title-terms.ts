import { z } from 'zod';
import { categoryPolicyBody } from './category-policy';
import { duration } from './lending';

/** Null, or left out: the category's or the default's to say. */
export const titleTermsBody = categoryPolicyBody.pick({ loanPeriod: true, pickupWindow: true, renewalLimit: true, renewalWindow: true });

/** A value of the policy, and who said it. */
export const applied = <V extends z.ZodType>(value: V) => z.object({ value, because: z.enum(['title', 'category', 'default', 'unverified']) });

export const appliedTerms = z.object({ loanPeriod: applied(duration), pickupWindow: applied(duration), renewalLimit: applied(z.int()), renewalWindow: applied(duration) });

export const titleTermsSchema = z.object({
  own: titleTermsBody,
  applied: z.array(
    z.object({
      category: z.string().nullable().describe('null: members without a category that says something'),
      terms: appliedTerms,
    }),
  ),
});
