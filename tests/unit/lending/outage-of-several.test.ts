import { describe, expect, test } from '@jest/globals';
import { creditDeclaredOutage, outageToDeclare } from '@/lib/domain/lending/declared-outage';
import type { Circulation } from '@/lib/domain/lending/circulation';
import { creditOutage } from '@/lib/domain/lending/outage';
import { day, hour } from '@/lib/domain/time';
import { after, PureLibrary } from '../../support/pure-library';

const outage = { id: 'outage', from: after(3 * day + hour), until: after(3 * day + 4 * hour) };

/** Two turns at once, from the third day on: one of a licence that ends soon after the window, one of a licence without an end. */
function twoTurns(): PureLibrary {
  const library = new PureLibrary(1);
  library.addLicence({ terms: { model: 'metered-by-time', expiresAt: after(4 * day + hour) } });
  for (const member of ['a', 'b']) library.borrow(member);
  for (const member of ['c', 'd', 'e']) library.placeHold(member);
  library.pass(3 * day);
  library.settle();
  library.pass(5 * hour);
  return library;
}

/** c and d were offered a copy each and let a day pass; e waits behind them. */
function twoMissed(forgivenPickups: number): PureLibrary {
  const library = new PureLibrary(2, { forgivenPickups });
  for (const member of ['a', 'b']) library.borrow(member);
  for (const member of ['c', 'd', 'e']) library.placeHold(member);
  library.pass(3 * day);
  library.settle();
  library.pass(day);
  library.settle();
  return library;
}
const whenMissed = { id: 'outage', from: after(4 * day - hour), until: after(4 * day + 1000) };

const endsOf = ({ holds, uses, licences }: Circulation, changes: readonly { kind: string; holdId?: string; readyUntil?: Date }[]) =>
  changes.map(({ holdId, readyUntil }) => {
    const hold = holds.find(({ id }) => id === holdId);
    const licenceId = hold?.state === 'ready' ? uses.find(({ id }) => id === hold.offerId)?.licenceId : undefined;
    return [licences.find(({ id }) => id === licenceId)?.expiresAt ?? null, readyUntil];
  });

describe('of several turns in an outage', () => {
  test('each is cut at the end of its own licence, and who waits gets nothing', () => {
    const library = twoTurns();
    const ends = [[after(4 * day + hour), after(4 * day + hour)], [null, after(4 * day + 3 * hour)]];
    const declared = creditDeclaredOutage(library.circulation, outage, { loanIds: [], credited: [], missed: [] }, library.now).changes;
    expect(endsOf(library.circulation, declared)).toEqual(expect.arrayContaining(ends));
    expect(declared).toHaveLength(2);
    const noticed = creditOutage(library.circulation, outage, library.now).changes;
    expect(endsOf(library.circulation, noticed)).toEqual(expect.arrayContaining(ends));
    expect(noticed).toHaveLength(2);
  });

  test('only the one whose miss is named gets it undone', () => {
    const library = twoMissed(1);
    const hold = library.holdOf('d');
    const missed = [{ holdId: hold?.id ?? '', at: after(4 * day) }];
    const { changes } = creditDeclaredOutage(library.circulation, whenMissed, { loanIds: [], credited: [], missed }, library.now);
    expect(changes.filter(({ kind }) => kind === 'miss-undone')).toEqual([expect.objectContaining({ holdId: hold?.id, resumes: true })]);
  });
});

describe('a hold that lapsed in an outage', () => {
  const restoredBy = (library: PureLibrary) =>
    creditDeclaredOutage(library.circulation, whenMissed, { loanIds: [], credited: [], missed: [] }, library.now).changes.flatMap((change) =>
      change.kind === 'hold-restored' || change.kind === 'hold-cancelled' ? [`${change.kind} ${library.circulation.holds.find(({ id }) => id === change.holdId)?.memberId ?? ''}`] : [],
    );

  test('comes back with the others of its title', () => expect(restoredBy(twoMissed(0))).toEqual(['hold-restored c', 'hold-restored d']));

  test('is not missed by who has the title, whoever else has not', () => {
    const library = twoMissed(0);
    library.borrow('d');
    expect(restoredBy(library)).toEqual(['hold-restored c']);
  });

  test('takes the place of its own member’s later one, not of another’s', () => {
    const library = twoMissed(0);
    library.borrow('walk-in');
    library.placeHold('d');
    expect(restoredBy(library)).toEqual(['hold-restored c', 'hold-cancelled d', 'hold-restored d']);
  });
});

test('a span that cannot be declared says at which field, and why', () => {
  const refused = (from: number, until: number) => {
    const outcome = outageToDeclare({ from: after(from), until: after(until) }, after(0));
    return outcome.ok ? outcome.value : outcome.refusal;
  };
  expect(refused(-hour, -hour)).toEqual({ code: 'bad-request', errors: [{ path: 'until', message: 'until-after-from' }] });
  expect(refused(-hour, 1)).toEqual({ code: 'bad-request', errors: [{ path: 'until', message: 'not-over-yet' }] });
  expect(refused(-32 * day, 0)).toEqual({ code: 'bad-request', errors: [{ path: 'from', message: 'too-long' }] });
  expect(refused(-hour, 0)).toEqual({ from: after(-hour), until: after(0) });
});
