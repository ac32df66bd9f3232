import { describe, expect, test } from '@jest/globals';
import { applyAll } from '@/lib/domain/lending/apply';
import { changeCopyCount } from '@/lib/domain/lending/copy-count';
import type { LicenceTerms } from '@/lib/domain/lending/licence';
import { day, hour } from '@/lib/domain/time';
import { after, PureLibrary } from '../../support/pure-library';

/** Licences as they were bought, each with so many copies; the one that every library here begins with has none. */
function having(...bought: (Partial<LicenceTerms> & Pick<LicenceTerms, 'model'> & { copies: number })[]): PureLibrary {
  const library = new PureLibrary(0);
  library.endLicence(0);
  for (const { copies, ...terms } of bought) library.addLicence({ terms, copies });
  return library;
}

const licenceIdOf = ({ circulation }: PureLibrary, which: number) => circulation.licences[which]?.id ?? '';

function changed(library: PureLibrary, count: number, which: number | null) {
  let fresh = 0;
  const { outcome, changes } = changeCopyCount(library.circulation, count, which === null ? null : licenceIdOf(library, which), { now: library.now, freshId: () => `new${(fresh += 1)}` });
  const after = applyAll(library.circulation, changes);
  const usable = library.circulation.licences.map(({ id }) => after.copies.filter((copy) => copy.licenceId === id && copy.retiringAt === null).length);
  return { outcome, usable, kinds: changes.map(({ kind }) => kind) };
}

describe('the copies of one licence', () => {
  const two = () => having({ model: 'perpetual', copies: 2 }, { model: 'metered-by-loans', checkoutsLimit: 9, copies: 3 });

  test('are counted up to what is asked for, however many others the title has', () => {
    expect(changed(two(), 5, 2)).toMatchObject({ outcome: { ok: true, value: 5 }, usable: [0, 2, 5], kinds: ['copy-added', 'copy-added'] });
    expect(changed(two(), 4, 1)).toMatchObject({ outcome: { ok: true, value: 4 }, usable: [0, 4, 3] });
  });

  test('are counted down without a copy of another', () => {
    expect(changed(two(), 1, 2)).toMatchObject({ outcome: { ok: true, value: 1 }, usable: [0, 2, 1] });
    expect(changed(two(), 0, 1)).toMatchObject({ outcome: { ok: true, value: 0 }, usable: [0, 0, 3] });
  });

  test('stay as they are when so many are there already', () => {
    expect(changed(two(), 3, 2)).toMatchObject({ outcome: { ok: true, value: 3 }, kinds: [] });
    expect(changed(two(), 5, null)).toMatchObject({ outcome: { ok: true, value: 5 }, kinds: [] });
  });

  test('of a licence that has ended, or that is not there, are not found, whether more or fewer are asked for', () => {
    for (const count of [0, 1]) expect(changed(two(), count, 0)).toMatchObject({ outcome: { ok: false, refusal: { code: 'not-found' } }, kinds: [] });
    expect(changed(two(), 1, 7)).toMatchObject({ outcome: { ok: false, refusal: { code: 'not-found' } }, kinds: [] });
  });

  test('that are leaving are kept before new ones are bought, but not those of another', () => {
    const library = two();
    for (const member of ['a', 'b', 'c', 'd', 'e']) library.borrow(member);
    library.changeCopies(0);
    expect(changed(library, 3, 1)).toMatchObject({ usable: [0, 3, 0], kinds: ['copy-kept', 'copy-kept', 'copy-added'] });
    expect(changed(library, 1, 2)).toMatchObject({ usable: [0, 0, 1], kinds: ['copy-kept'] });
  });
});

describe('copies without a word about which licence', () => {
  test('come under the perpetual one, wherever it stands among the others', () => {
    expect(changed(having({ model: 'metered-by-loans', checkoutsLimit: 9, copies: 1 }, { model: 'perpetual', copies: 1 }), 3, null).usable).toEqual([0, 1, 2]);
    expect(changed(having({ model: 'perpetual', copies: 1 }, { model: 'bundle', checkoutsLimit: 9, copies: 1 }), 3, null).usable).toEqual([0, 2, 1]);
  });

  test('come under the only one that there is', () => {
    expect(changed(having({ model: 'metered-by-loans', checkoutsLimit: 9, copies: 1 }), 2, null).usable).toEqual([0, 2]);
    expect(changed(having({ model: 'metered-by-loans', checkoutsLimit: 9, copies: 1 }, { model: 'simultaneous-use', copies: 0 }), 2, null).usable).toEqual([0, 2, 0]);
  });

  test('of several that are not perpetual it must be said which; none is bought for none', () => {
    const library = having({ model: 'metered-by-loans', checkoutsLimit: 9, copies: 2 }, { model: 'bundle', checkoutsLimit: 9, copies: 1 });
    expect(changed(library, 4, null)).toMatchObject({ outcome: { ok: false, refusal: { code: 'licence-ended' } }, kinds: [] });
    expect(changed(having(), 1, null)).toMatchObject({ outcome: { ok: false, refusal: { code: 'licence-ended' } }, kinds: [] });
    // fewer can be said without: those that come home first leave first
    expect(changed(library, 3, null)).toMatchObject({ outcome: { ok: true, value: 3 }, kinds: [] });
    expect(changed(library, 1, null)).toMatchObject({ outcome: { ok: true, value: 1 } });
  });

  test('a copy that left with its licence is not kept for another', () => {
    const library = having({ model: 'perpetual', copies: 1 }, { model: 'metered-by-time', expiresAt: after(90 * day), copies: 1 });
    library.borrow('a');
    library.borrow('b');
    library.endLicence(2);
    expect(library.circulation.copies.filter((copy) => copy.retiringAt !== null && copy.retiredAt === null)).toHaveLength(1);
    expect(changed(library, 2, null)).toMatchObject({ usable: [0, 2, 0], kinds: ['copy-added'] });
  });
});

test('a copy that is lent until this very instant leaves at once', () => {
  const library = new PureLibrary(1);
  library.borrow('a');
  library.pass(3 * day);
  expect(changed(library, 0, 0).kinds).toEqual(['copy-retiring', 'copy-retired']);
  library.pass(-hour);
  expect(changed(library, 0, 0).kinds).toEqual(['copy-retiring']);
});
