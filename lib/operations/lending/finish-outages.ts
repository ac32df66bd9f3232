import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { sweepCirculations } from '@/lib/adapters/postgres/circulation/sweep';
import { databaseNow } from '@/lib/adapters/postgres/clock';
import { loansEndedIn, markCreditedThrough, markFinished, openDeclaredOutage, titlesTouched, type EndedLoan, type OpenOutage } from '@/lib/adapters/postgres/declared-outages';
import { enqueueMessages } from '@/lib/adapters/postgres/messages';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { creditDeclaredOutage } from '@/lib/domain/lending/declared-outage';
import type { Outcome } from '@/lib/domain/outcome';
import { addMs, day } from '@/lib/domain/time';

const titlesAtOnce = 100;
const messagesAtOnce = 500;

/**
 * Credits what admins have declared, so many titles a batch. Each title is a change of its own, with an event for each credit:
 * who dies on the way is gone on after, and a title that is credited twice is given nothing twice.
 */
export async function finishOutages({ batchesAtMost = 200 }: { readonly batchesAtMost?: number } = {}): Promise<{ readonly titleCount: number; readonly isFinished: boolean }> {
  let titleCount = 0;
  for (let batch = 0; batch < batchesAtMost; batch += 1) {
    const outage = await openDeclaredOutage();
    if (outage === null) return { titleCount, isFinished: true };
    // a turn that passed in it and is not yet written down was missed too
    if (batch === 0) await sweepCirculations();
    const titleIds = await titlesTouched(outage, titlesAtOnce);
    for (const titleId of titleIds) await creditTitle(outage, titleId);
    titleCount += titleIds.length;
    const last = titleIds.at(-1);
    if (last !== undefined) await markCreditedThrough(outage.id, last);
    else await tellWhoseLoansEnded(outage);
  }
  return { titleCount, isFinished: (await openDeclaredOutage()) === null };
}

async function creditTitle(outage: OpenOutage, titleId: string): Promise<void> {
  for (let afterLoanId: string | null = null, isAll = false; !isAll; ) {
    const outcome: Outcome<{ isAll: boolean; lastLoanId: string | null }> = await changeCirculation({
      titleId,
      outage: { from: outage.from, until: outage.until, afterLoanId },
      actor: { kind: 'librarian', librarianId: outage.declaredById, channel: 'web' },
      decide: ({ circulation, outage: scene }, { now }) => creditDeclaredOutage(circulation, outage, scene?.history ?? { loanIds: [], credited: [], missed: [] }, now),
      report: (_, { outage: scene }) => ({ isAll: scene?.isAll ?? true, lastLoanId: scene?.history.loanIds.at(-1) ?? null }),
    });
    if (!outcome.ok) return;
    ({ isAll, lastLoanId: afterLoanId } = outcome.value);
  }
}

/** What has ended is not revived: those members are told why. A message is made once, however often this runs. */
async function tellWhoseLoansEnded(outage: OpenOutage): Promise<void> {
  const validUntil = addMs(await databaseNow(), 7 * day);
  for (let after: EndedLoan | null = null, more = true; more; ) {
    const ended: readonly EndedLoan[] = await loansEndedIn(outage, { limit: messagesAtOnce, after });
    const news = ended.flatMap(({ loanId, memberId, titleId, endedAt }) =>
      memberId === null ? [] : [{ kind: 'loan-ended-in-outage' as const, memberId, titleId, key: `loan-ended-in-outage:${loanId}`, validUntil, facts: { loanId, endedAt: endedAt.toISOString() } }],
    );
    await inTransaction((tx) => enqueueMessages(tx, news));
    after = ended.at(-1) ?? null;
    more = ended.length === messagesAtOnce;
  }
  await markFinished(outage.id);
}
