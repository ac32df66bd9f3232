import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { POST as act } from '@/app/act/route';
import { closePool } from '@/lib/adapters/postgres/pool';
import { acts, type ActName } from '@/lib/http/schemas/acts';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { Device } from '../../support/device';
import { somebody, type Person } from '../../support/every-call';
import { aHold, aLoan, aMember, aTitle, byMember, rowsOf } from '../../support/world';

jest.setTimeout(60_000);
afterAll(closePool);

const back = '/titles/x?tab=1';

/** Presses a button's plain form; where the browser is sent to. */
async function press(by: Person | null, name: string, id: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<[number, string | null]> {
  const response = await (by?.device ?? new Device()).call('POST', act, { form: { act: name, id, back, ...fields }, headers });
  return [response.status, response.headers.get('location')];
}

const loanOf = async ({ memberId }: Person, titleId: string) => (await rowsOf<{ state: string; renewalCount: number }>('SELECT "state", "renewalCount" FROM "Loan" WHERE "memberId" = $1 AND "titleId" = $2', [memberId, titleId]))[0];
const holdOf = async ({ memberId }: Person, titleId: string) => (await rowsOf<{ state: string; suspendedAt: Date | null; suspendedUntil: Date | null }>('SELECT "state", "suspendedAt", "suspendedUntil" FROM "Hold" WHERE "memberId" = $1 AND "titleId" = $2', [memberId, titleId]))[0];
const isSaved = async ({ memberId }: Person, titleId: string) => (await rowsOf('SELECT 1 FROM "SavedTitle" WHERE "memberId" = $1 AND "titleId" = $2', [memberId, titleId])).length === 1;

async function lentOut(): Promise<{ titleId: string; borrower: string; loanId: string }> {
  const titleId = await aTitle();
  const borrower = await aMember();
  return { titleId, borrower, loanId: (await aLoan(titleId, borrower)).id };
}

async function anOffer(by: Person): Promise<{ titleId: string; holdId: string }> {
  const { titleId, borrower, loanId } = await lentOut();
  const holdId = (await aHold(titleId, by.memberId)).id;
  await returnLoan(loanId, borrower, byMember(borrower));
  return { titleId, holdId };
}

/** Each button: what it is pressed on, and what is true afterwards. */
const buttons: Readonly<Record<ActName, (by: Person) => Promise<{ id: string; fields?: Record<string, string>; after: () => Promise<unknown>; is: unknown }>>> = {
  borrow: async (by) => {
    const id = await aTitle();
    return { id, after: async () => (await loanOf(by, id))?.state, is: 'active' };
  },
  queue: async (by) => {
    const { titleId: id } = await lentOut();
    return { id, after: async () => (await holdOf(by, id))?.state, is: 'waiting' };
  },
  'leave-queue': async (by) => {
    const { titleId } = await lentOut();
    return { id: (await aHold(titleId, by.memberId)).id, after: async () => (await holdOf(by, titleId))?.state, is: 'cancelled' };
  },
  pass: async (by) => {
    const { titleId, holdId } = await anOffer(by);
    return { id: holdId, after: async () => [(await holdOf(by, titleId))?.state, (await holdOf(by, titleId))?.suspendedAt !== null], is: ['waiting', true] };
  },
  suspend: async (by) => {
    const { titleId } = await lentOut();
    return { id: (await aHold(titleId, by.memberId)).id, fields: { until: '' }, after: async () => (await holdOf(by, titleId))?.suspendedAt !== null, is: true };
  },
  resume: async (by) => {
    const { titleId, holdId } = await anOffer(by);
    await press(by, 'pass', holdId);
    // the copy is free: who resumes is offered it at once
    return { id: holdId, after: async () => (await holdOf(by, titleId))?.suspendedAt, is: null };
  },
  renew: async (by) => {
    const titleId = await aTitle({ loanPeriod: 'PT2H' });
    return { id: (await aLoan(titleId, by.memberId)).id, after: async () => (await loanOf(by, titleId))?.renewalCount, is: 1 };
  },
  return: async (by) => {
    const titleId = await aTitle();
    return { id: (await aLoan(titleId, by.memberId)).id, after: async () => (await loanOf(by, titleId))?.state, is: 'returned' };
  },
  save: async (by) => {
    const id = await aTitle();
    return { id, after: () => isSaved(by, id), is: true };
  },
  unsave: async (by) => {
    const id = await aTitle();
    await press(by, 'save', id);
    return { id, after: () => isSaved(by, id), is: false };
  },
};

describe('every button works without JavaScript, and leads back to its page', () => {
  test.each(acts)('%s', async (name) => {
    const by = await somebody();
    const { id, fields, after, is } = await buttons[name](by);
    expect(await press(by, name, id, fields)).toEqual([303, back]);
    expect(await after()).toEqual(is);
    // a second press of the same button, or a page that is loaded anew, does no harm
    expect((await press(by, name, id, fields))[0]).toBe(303);
    if (name !== 'renew') expect(await after()).toEqual(is);
  });

  test.each(acts)('%s of somebody who is not logged in leads to the log-in and then back; nothing is done', async (name) => {
    const by = await somebody();
    const { id, fields, after, is } = await buttons[name](by);
    expect(await press(null, name, id, fields)).toEqual([303, `/login?next=${encodeURIComponent(back)}`]);
    expect(await after()).not.toEqual(is);
  });

  test.each(acts)('%s that another site sends is refused; nothing is done', async (name) => {
    const by = await somebody();
    const { id, fields, after, is } = await buttons[name](by);
    expect(await press(by, name, id, fields, { origin: 'https://jahat.example' })).toEqual([403, null]);
    expect(await after()).not.toEqual(is);
  });
});

describe('a "no" is told by the page that comes back', () => {
  test.each([
    ['borrow', async () => (await lentOut()).titleId, 'no-copy-available'],
    ['queue', () => aTitle(), 'copy-available'],
    ['borrow', async () => randomUUID(), 'not-found'],
    ['return', async () => (await lentOut()).loanId, 'not-found'],
    ['renew', async () => (await lentOut()).loanId, 'not-found'],
    ['save', async () => randomUUID(), 'not-found'],
  ] as const)('%s: %s', async (name, made, code) => {
    expect(await press(await somebody(), name, await made())).toEqual([303, `${back}&refused=${code}`]);
  });

  test('once, however often it is refused', async () => {
    const { titleId } = await lentOut();
    expect(await press(await somebody(), 'borrow', titleId, { back: '/titles/x?refused=away&tab=1' })).toEqual([303, '/titles/x?refused=no-copy-available&tab=1']);
  });

  test('a date that is none is refused, and the queue stays as it was', async () => {
    const by = await somebody();
    const { titleId } = await lentOut();
    const { id } = await aHold(titleId, by.memberId);
    for (const [until, code] of [['besok', 'bad-request'], ['2020-01-01', 'suspension-out-of-range'], ['2999-01-01', 'suspension-out-of-range']] as const) expect(await press(by, 'suspend', id, { until })).toEqual([303, `${back}&refused=${code}`]);
    expect((await holdOf(by, titleId))?.suspendedAt).toBeNull();
  });

  test('a blocked member reads why', async () => {
    expect(await press(await somebody('member', { blockedAt: new Date(Date.now() - 1000) }), 'borrow', await aTitle())).toEqual([303, `${back}&refused=member-blocked`]);
  });
});

describe('a form that is none of ours', () => {
  test.each([
    ['an act that there is not', { act: 'fly' }],
    ['an id that is none', { id: 'x' }],
    ['nothing at all', { act: '', id: '', back: '' }],
  ])('%s leads home', async (_, fields) => {
    expect(await press(await somebody(), 'borrow', await aTitle(), fields)).toEqual([303, '/']);
  });

  test.each(['https://jahat.example/', '//jahat.example', '/\\jahat.example', 'javascript:alert(1)', '/x\r\nset-cookie: a=b'])('a way back to %s leads home', async (elsewhere) => {
    expect(await press(await somebody(), 'save', await aTitle(), { back: elsewhere })).toEqual([303, '/']);
  });
});
