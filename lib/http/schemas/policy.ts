import { z } from 'zod';
import { duration, instant } from './lending';

// Whether a duration is exact and long enough is the domain's to say (lib/domain/policy/check.ts), in the caller's language.
const value = duration.max(60);
const count = z.number().describe('a whole number from 0 to 1000');

export const policyBody = z.object({
  loanPeriod: value,
  loanLimit: count,
  holdLimit: count,
  pickupWindow: value,
  renewalLimit: count,
  renewalWindow: value,
  retention: value,
  forgivenPickups: count.default(1),
  shorterLoans: z.object({ waitingPerCopy: count, loanPeriod: value }).nullable().default(null),
  unverifiedLimits: z.object({ loanLimit: count, holdLimit: count }).nullable().default(null),
});

export const policySchema = policyBody.extend({ changedAt: instant });
