import { findProfile } from '@/lib/adapters/postgres/members';
import { findAllowance } from '@/lib/adapters/postgres/standing';
import { defaultPolicy, limitsOf, type Limits } from '@/lib/domain/lending/policy';
import { isBarred } from '@/lib/domain/lending/standing';
import type { Profile } from '@/lib/domain/members/profile';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

export type Me = { readonly profile: Profile; readonly limits: Limits; readonly loans: number; readonly holds: number; readonly barred: boolean; readonly now: Date };

/** A member as they see themselves, with what they may borrow and how much of it they use. */
export async function readMe(memberId: string): Promise<Outcome<Me>> {
  const [profile, allowance] = await Promise.all([findProfile(memberId), findAllowance(memberId)]);
  if (profile === null || allowance === null) return refuse({ code: 'not-found' });
  const { policy, category, verified, loans, holds, now } = allowance;
  return granted({ profile, limits: limitsOf(policy ?? defaultPolicy, { verified }, category), loans, holds, barred: isBarred(profile, now), now });
}
