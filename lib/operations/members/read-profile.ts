import { findProfile } from '@/lib/adapters/postgres/members';
import type { Profile } from '@/lib/domain/members/profile';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

export async function readProfile(memberId: string): Promise<Outcome<Profile>> {
  const profile = await findProfile(memberId);
  return profile === null ? refuse({ code: 'not-found' }) : granted(profile);
}
