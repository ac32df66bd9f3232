import { writeAudit } from '@/lib/adapters/postgres/audit';
import { findProfile, updateProfile } from '@/lib/adapters/postgres/members';
import { voidResets } from '@/lib/adapters/postgres/resets';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { Profile, ProfileChange } from '@/lib/domain/members/profile';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

/** Changes what a member says of themselves. A new address or number is not yet verified, and links sent to the old one open nothing. */
export async function changeProfile(memberId: string, change: ProfileChange, actor: Actor): Promise<Outcome<Profile>> {
  const before = await findProfile(memberId);
  if (before === null) return refuse({ code: 'not-found' });
  const isNewEmail = change.email !== undefined && change.email !== before.email;
  const isNewPhone = change.phone !== undefined && change.phone !== before.phone;
  const after = await updateProfile(memberId, { ...change, ...(isNewEmail ? { emailVerifiedAt: null } : {}), ...(isNewPhone ? { phoneVerifiedAt: null } : {}) });
  if (after === 'email-taken') return refuse({ code: 'email-taken' });
  if (after === null) return refuse({ code: 'not-found' });
  if (isNewEmail) await inTransaction((tx) => voidResets(tx, memberId, 'email'));
  await writeAudit({ actor, action: 'profile-changed', subject: 'member', subjectId: memberId, facts: { fields: Object.keys(change) } });
  return granted(after);
}
