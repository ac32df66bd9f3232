import { afterAll, describe, expect, test } from '@jest/globals';
import { closePool } from '@/lib/adapters/postgres/pool';
import { glanceAtShelf } from '@/lib/operations/lending/glance-at-shelf';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { aHold, aLoan, aMember, aTitle, byMember } from '@/tests/support/world';

afterAll(closePool);

describe('the shelf beside the catalogue', () => {
  test('is not there for who has nothing', async () => {
    expect(await glanceAtShelf(await aMember())).toBeNull();
  });

  test('has running loans, turns, and how many queues; nothing that has ended, nothing of others', async () => {
    const [member, other] = [await aMember(), await aMember()];
    const [lent, returned, offered, waited] = [await aTitle({ title: 'dibaca' }), await aTitle(), await aTitle({ title: 'giliran' }), await aTitle()];
    const loan = await aLoan(lent, member);
    const ended = await aLoan(returned, member);
    await returnLoan(ended.id, member, byMember(member));
    const held = await aLoan(offered, other);
    await aHold(offered, member);
    await returnLoan(held.id, other, byMember(other));
    await aLoan(waited, other);
    await aHold(waited, member);

    const shelf = await glanceAtShelf(member);
    expect(shelf?.loans.map(({ id, title }) => ({ id, title }))).toEqual([{ id: loan.id, title: 'dibaca' }]);
    expect(shelf?.loans[0]?.until).toEqual(loan.dueAt);
    expect(shelf?.offers.map(({ title }) => title)).toEqual(['giliran']);
    expect(shelf?.waitingCount).toBe(1);
  });

  test('a loan past its time is not on it, whether or not the task has run', async () => {
    const member = await aMember();
    await aLoan(await aTitle(), member, { at: new Date('2021-01-01') });
    expect(await glanceAtShelf(member)).toBeNull();
  });
});
