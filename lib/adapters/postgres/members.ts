import type { Profile, ProfileChange } from '@/lib/domain/members/profile';
import { prisma } from './client';

export type NewMember = Omit<Profile, 'id' | 'memberNumber' | 'role' | 'emailVerifiedAt' | 'phoneVerifiedAt' | 'blockedAt' | 'blockedUntil' | 'blockedReason' | 'createdAt' | 'emailNotices'> & {
  readonly passwordHash: string;
};

/** The new member with the number that the database drew, or that the address has an account already. */
export async function insertMember(member: NewMember): Promise<Profile | 'email-taken'> {
  return orEmailTaken(async () => profileOf(await prisma().member.create({ data: member, select: profileColumns })));
}

export async function updateProfile(memberId: string, change: ProfileChange & { emailVerifiedAt?: null; phoneVerifiedAt?: null }): Promise<Profile | 'email-taken' | null> {
  return orEmailTaken(async () => {
    const changed = await prisma().member.updateManyAndReturn({ where: { id: memberId, erasedAt: null }, data: { ...change, updatedAt: new Date() }, select: profileColumns });
    return changed[0] === undefined ? null : profileOf(changed[0]);
  });
}

export async function findProfile(memberId: string): Promise<Profile | null> {
  const found = await prisma().member.findFirst({ where: { id: memberId, erasedAt: null }, select: profileColumns });
  return found === null ? null : profileOf(found);
}

export const profileColumns = {
  id: true,
  memberNumber: true,
  role: true,
  name: true,
  email: true,
  emailVerifiedAt: true,
  phone: true,
  phoneVerifiedAt: true,
  birthDate: true,
  gender: true,
  category: true,
  validUntil: true,
  guardianName: true,
  guardianPhone: true,
  consentVersion: true,
  consentAt: true,
  locale: true,
  emailNotices: true,
  blockedAt: true,
  blockedUntil: true,
  blockedReason: true,
  createdAt: true,
} as const;

// CHECK constraints and the page's schema keep role and gender to their words
function profileOf(row: Omit<Profile, 'role' | 'gender'> & { role: string; gender: string | null }): Profile {
  return row as Profile;
}

/** The one unique index that a person can run into is that over lower("email"). */
async function orEmailTaken<T>(work: () => Promise<T>): Promise<T | 'email-taken'> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'P2002') return 'email-taken';
    throw error;
  }
}
