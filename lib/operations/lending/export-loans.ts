import { csvOf, type Cell } from '@/lib/adapters/csv/write';
import { formatInstant } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import { messages } from '@/lib/i18n/messages';
import { listAllLoans, type DatabaseLoan, type LoanFilter } from './list-all-loans';
import { namingMoment } from './naming-moment';

const rowsAtATime = 1000;

/** Every loan that the filter finds as CSV text, however many: read a page at a time, never held together. */
export function exportLoans(filter: LoanFilter, locale: Locale): AsyncGenerator<string> {
  const { columns, states } = messages[locale].staff.loans;
  const head = [columns.id, columns.title, columns.authors, columns.memberNumber, columns.member, columns.state, columns.borrowedAt, columns.dueAt, columns.endedAt, columns.reason, columns.renewals];
  return csvOf(head, rows());

  async function* rows(): AsyncGenerator<readonly Cell[]> {
    // one moment for the whole file: no loan runs out between two pages
    const moment = await namingMoment();
    let page = await listAllLoans(filter, { limit: rowsAtATime, after: null, moment });
    yield* page.items.map(rowOf);
    while (page.next !== null) {
      page = await listAllLoans(filter, { limit: rowsAtATime, after: page.next, moment });
      yield* page.items.map(rowOf);
    }
  }

  function rowOf(loan: DatabaseLoan): readonly Cell[] {
    const at = (instant: Date | null) => (instant === null ? '' : formatInstant(instant, locale));
    return [
      loan.id, loan.title, loan.authors.join('; '), loan.memberNumber, loan.memberName, states[loan.state], at(loan.borrowedAt), at(loan.dueAt), at(loan.endedAt), loan.endedReason, loan.renewalCount,
    ];
  }
}
