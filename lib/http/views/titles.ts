import type { SeenTitle } from '@/lib/operations/catalogue/see-title';
import type { TitleList } from '@/lib/operations/catalogue/search-titles';
import { isoDuration } from '@/lib/domain/duration';
import { estimatedWaitView } from './facts';
import { coverUrl } from './lending';

type Card = TitleList['items'][number];

export function titleCardView({ coverHash, copyCount, availableCount, waitingCount, simultaneousUse, myDueAt: _, ...title }: Card) {
  return { ...title, coverUrl: coverUrl(coverHash), copies: { total: copyCount, available: availableCount, simultaneousUse }, holds: { total: waitingCount } };
}

export function titleView({ lending, loanPeriodMs, coverHash, ...title }: SeenTitle) {
  const { loan, hold, renewal, position, estimatedWait, copies, waitingCount, now } = lending;
  return {
    ...title,
    coverUrl: coverUrl(coverHash),
    loanPeriod: isoDuration(loanPeriodMs),
    copies,
    holds: { total: waitingCount },
    mine: {
      loan: loan === null ? null : { id: loan.id, state: loan.state, borrowedAt: loan.borrowedAt, dueAt: loan.dueAt, renewals: loan.renewalCount, renewable: renewal?.allowed ?? false },
      hold:
        hold === null
          ? null
          : { id: hold.id, state: hold.state, position, estimatedWait: estimatedWaitView(estimatedWait), readyUntil: hold.state === 'ready' ? hold.readyUntil : null, suspendedAt: hold.suspension?.at ?? null, suspendedUntil: hold.suspension?.until ?? null },
    },
    now,
  };
}
