import { describe, expect, test } from '@jest/globals';
import { applyAll } from '@/lib/domain/lending/apply';
import { copiesToOffer, grantsOfOffer, walkInGrants } from '@/lib/domain/lending/licence-choice';
import type { ReadyHold } from '@/lib/domain/lending/hold';
import type { LicenceTerms } from '@/lib/domain/lending/licence';
import { day } from '@/lib/domain/time';
import { after, PureLibrary } from '../../support/pure-library';

type Terms = Partial<LicenceTerms> & Pick<LicenceTerms, 'model'>;

function having(...bought: Terms[]): PureLibrary {
  const library = new PureLibrary(0);
  for (const terms of bought) library.addLicence({ terms });
  return library;
}

const lasting: Terms = { model: 'perpetual' };
const soon: Terms = { model: 'metered-by-time', expiresAt: after(10 * day) };
const tooSoon: Terms = { model: 'metered-by-time', expiresAt: after(2 * day) };
const sooner: Terms = { model: 'metered-by-time', expiresAt: after(day) };

const endsOf = (library: PureLibrary) => walkInGrants(library.circulation, 3 * day, library.now).map(({ until }) => until);

describe('what a walk-in is offered first, in whatever order the licences were bought', () => {
  test.each([
    [[lasting, tooSoon], [after(3 * day), after(2 * day)]],
    [[tooSoon, lasting], [after(3 * day), after(2 * day)]],
    [[sooner, tooSoon, lasting], [after(3 * day), after(2 * day), after(day)]],
    [[lasting, tooSoon, sooner], [after(3 * day), after(2 * day), after(day)]],
  ])('%#', (bought, ends) => expect(endsOf(having(...bought))).toEqual(ends));
});

test('copies that came at one instant stand by their ids, after those that came before: as they are read again', () => {
  const { circulation } = new PureLibrary(1);
  const added = ['b', 'c', 'a'].map((copyId) => ({ kind: 'copy-added' as const, at: after(day), copyId, licenceId: 'licence' }));
  expect(applyAll(circulation, added).copies.map(({ id }) => id)).toEqual(['copy0', 'a', 'b', 'c']);
});

describe('which copy the queue gets', () => {
  test.each([
    ['the one bought last', [lasting, soon]],
    ['the one bought first', [soon, lasting]],
  ])('the one that ends soonest and still grants the whole period: %s', (_, bought) => {
    const library = having(...bought);
    const [first, second] = copiesToOffer(library.circulation, library.now).map(({ licenceId }) => library.circulation.licences.find(({ id }) => id === licenceId)?.expiresAt ?? null);
    expect([first, second]).toEqual([after(10 * day), null]);
  });

  test('what is left for a walk-in is what the queue does not get', () => {
    const library = having(lasting, soon);
    library.borrow('a');
    library.borrow('b');
    library.placeHold('c');
    library.pass(3 * day);
    // both loans are over, and nobody has written it down yet: one copy is owed
    expect(walkInGrants(library.circulation, 3 * day, library.now).map(({ licence }) => licence.expiresAt)).toEqual([null]);
  });
});

test('whose turn it is gets the copy that was set aside for them, not that of somebody else', () => {
  const library = having(lasting, soon);
  for (const member of ['a', 'b']) library.borrow(member);
  for (const member of ['c', 'd']) library.placeHold(member);
  library.pass(3 * day);
  library.settle();
  for (const member of ['c', 'd']) {
    const hold = library.holdOf(member) as ReadyHold;
    const aside = library.circulation.uses.find(({ id }) => id === hold.offerId);
    expect(grantsOfOffer(library.circulation, hold, 3 * day, library.now).map(({ copyId }) => copyId)).toEqual([aside?.copyId]);
  }
  expect(new Set(library.circulation.uses.slice(-2).map(({ copyId }) => copyId)).size).toBe(2);
});
