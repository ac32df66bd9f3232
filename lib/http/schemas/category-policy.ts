import { z } from 'zod';
import { duration } from './lending';

const value = duration.max(60).nullable().default(null);
const count = z.number().describe('a whole number from 0 to 1000').nullable().default(null);

/** Null, or left out: as for everybody. */
export const categoryPolicyBody = z.object({ loanPeriod: value, loanLimit: count, holdLimit: count, pickupWindow: value, renewalLimit: count, renewalWindow: value });
export const categoryPolicySchema = categoryPolicyBody.extend({ category: z.string() });
export const categoryParams = z.object({ category: z.string().transform(decoded).pipe(z.string().trim().min(1).max(60)) });

/** A segment of a path arrives as it was written in the address. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
