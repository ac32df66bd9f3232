import { afterAll, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { findSimilarTitles } from '@/lib/operations/catalogue/find-similar-titles';
import { aLoan, aMember, aTitle } from '@/tests/support/world';

afterAll(closePool);

const similarTo = async (titleId: string, memberId: string | null = null, limit = 4) => (await findSimilarTitles(titleId, { memberId, limit }))?.items.map(({ title }) => title) ?? [];
const subject = () => `subjek-${crypto.randomUUID()}`;

describe('when a title cannot be had now', () => {
  test('others of its subjects are offered, the most alike first: more subjects shared, or the same author', async () => {
    const [one, two] = [subject(), subject()];
    const wanted = await aTitle({ subjects: [one, two], authors: ['Aluh Nur'] });
    await aTitle({ title: 'satu subjek', subjects: [one], authors: ['Lain'] });
    await aTitle({ title: 'dua subjek', subjects: [two, one], authors: ['Lain'] });
    await aTitle({ title: 'subjek dan pengarang', subjects: [one], authors: ['Aluh Nur'] });
    await aTitle({ title: 'lain sama sekali', subjects: [subject()] });
    expect(await similarTo(wanted)).toEqual(['subjek dan pengarang', 'dua subjek', 'satu subjek']);
    expect(await similarTo(wanted, null, 1)).toEqual(['subjek dan pengarang']);
  });

  test('only what a walk-in can have at this moment: nothing lent out, hidden, in draft, or on loan to who asks', async () => {
    const one = subject();
    const member = await aMember();
    const wanted = await aTitle({ subjects: [one] });
    const lent = await aTitle({ title: 'dipinjam', subjects: [one] });
    await aLoan(lent, await aMember());
    const mine = await aTitle({ title: 'sudah saya pinjam', subjects: [one], copies: 2 });
    await aLoan(mine, member);
    await aTitle({ title: 'draf', subjects: [one], published: false });
    const gone = await aTitle({ title: 'ditarik', subjects: [one] });
    await pool().query(`UPDATE "Title" SET "withdrawnAt" = lending_now(), "withdrawnReason" = 'x' WHERE "id" = $1`, [gone]);
    await aTitle({ title: 'bebas', subjects: [one] });
    expect(await similarTo(wanted, member)).toEqual(['bebas']);
    expect((await similarTo(wanted)).sort()).toEqual(['bebas', 'sudah saya pinjam']);
  });

  test('nothing is offered for a title without subjects, or one that stands alone', async () => {
    expect(await findSimilarTitles(await aTitle(), { memberId: null, limit: 4 })).toBeNull();
    expect(await findSimilarTitles(await aTitle({ subjects: [subject()] }), { memberId: null, limit: 4 })).toBeNull();
  });
});
