import { describe, expect, test } from '@jest/globals';
import { withdrawTitle } from '@/lib/domain/lending/withdraw';
import { PureLibrary } from '../../support/pure-library';

function kindsOf(library: PureLibrary, loansEnd: boolean) {
  const { outcome, changes } = withdrawTitle(library.circulation, { reason: 'hak cipta', loansEnd }, library.now);
  expect(outcome.ok).toBe(true);
  return changes.map(({ kind }) => kind);
}

describe('withdrawing a title', () => {
  test.each([false, true])('is said once, loans ending at once: %s', (loansEnd) => {
    const library = new PureLibrary(1);
    expect(kindsOf(library, loansEnd)).toEqual(['title-withdrawn']);
    library.withdraw(loansEnd);
    expect(kindsOf(library, loansEnd)).toEqual([]);
  });

  test('gently before can still be done at once, and once at once it stays so', () => {
    const library = new PureLibrary(1);
    library.withdraw(false);
    expect(kindsOf(library, true)).toEqual(['title-withdrawn']);
    library.withdraw(true);
    expect(kindsOf(library, false)).toEqual([]);
    expect(library.circulation.title.loansEndBecause).toBe('hak cipta');
  });
});
