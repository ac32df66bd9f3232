import type { DatabaseLoan } from '@/lib/operations/lending/list-all-loans';

export function adminLoanView({ memberId, memberNumber, memberName, renewalCount, now: _, ...loan }: DatabaseLoan) {
  return { ...loan, renewals: renewalCount, member: memberId === null ? null : { id: memberId, memberNumber, name: memberName } };
}
