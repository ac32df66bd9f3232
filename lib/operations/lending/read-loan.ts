import { loadCirculation } from '@/lib/adapters/postgres/circulation/load';
import { whereIsLoan } from '@/lib/adapters/postgres/lending-lookup';
import { pool } from '@/lib/adapters/postgres/pool';
import { applyAll } from '@/lib/domain/lending/apply';
import { whatHasEnded } from '@/lib/domain/lending/settle';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { reportLoan, type LoanReport } from './lending-reports';

/** One own loan as it stands at this moment; somebody else's is not there. */
export async function readLoan(loanId: string, memberId: string): Promise<Outcome<LoanReport>> {
  const place = await whereIsLoan(loanId);
  if (place === null || place.memberId !== memberId) return refuse({ code: 'not-found' });
  const loaded = await loadCirculation(pool(), { titleId: place.titleId, memberId, loanId });
  if (loaded === null) return refuse({ code: 'not-found' });
  const circulation = applyAll(loaded.circulation, whatHasEnded(loaded.circulation, loaded.now));
  const loan = circulation.loans.find((one) => one.id === loanId);
  return loan === undefined ? refuse({ code: 'not-found' }) : granted(reportLoan(loan, { ...loaded, circulation }));
}
