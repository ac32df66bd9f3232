import { describe, expect, test } from '@jest/globals';
import { mayCall, roles, type Audience, type Caller, type Role } from '@/lib/domain/members/caller';
import { isProofOpen, proofLifeMs } from '@/lib/domain/members/verification';
import { codeLifeMs, codeTriesAtMost, isResetOpen, linkLifeMs } from '@/lib/domain/members/reset';
import { ageOfConsent, ageOn } from '@/lib/domain/members/profile';
import { addMs, day, hour } from '@/lib/domain/time';
import fc from 'fast-check';

const now = new Date('2026-11-22T08:00:00Z');
const caller = (role: Role): Caller => ({ memberId: 'm', memberNumber: 'PJ000001', name: 'Siti', role, sessionId: 's' });

describe('who may call what', () => {
  const allowed = (who: Caller | null) => (['anyone', ...roles] satisfies Audience[]).filter((audience) => mayCall(audience, who));

  test('nobody unknown but what is for anyone', () => expect(allowed(null)).toEqual(['anyone']));

  test.each([
    ['member', ['anyone', 'member']],
    ['librarian', ['anyone', 'member', 'librarian']],
    ['admin', ['anyone', 'member', 'librarian', 'admin']],
  ] as const)('a %s what is for %j', (role, audiences) => expect(allowed(caller(role))).toEqual(audiences));
});

describe('a link that proves an address', () => {
  test('opens for three days, to the instant', () => {
    const proof = { memberId: 'm', validUntil: addMs(now, proofLifeMs) };
    expect(proofLifeMs).toBe(3 * day);
    expect([isProofOpen(proof, now), isProofOpen(proof, addMs(now, 3 * day - 1)), isProofOpen(proof, addMs(now, 3 * day))]).toEqual([true, true, false]);
  });
});

describe('a forgotten password', () => {
  test('a link lives an hour, a code that is carried home a day', () => expect([linkLifeMs, codeLifeMs]).toEqual([hour, day]));

  test('the last of ten wrong tries still counts as one of them', () => {
    const reset = (attempts: number) => isResetOpen({ validUntil: addMs(now, 1), usedAt: null, attempts }, now);
    expect([reset(codeTriesAtMost - 1), reset(codeTriesAtMost), reset(codeTriesAtMost + 1)]).toEqual([true, false, false]);
  });
});

describe("a member's age", () => {
  test('who was born on a leap day is a year older on the first of March', () => {
    const born = new Date('2008-02-29T00:00:00Z');
    expect([ageOn(born, new Date('2025-02-28T00:00:00Z')), ageOn(born, new Date('2025-03-01T00:00:00Z'))]).toEqual([ageOfConsent - 1, ageOfConsent]);
  });

  test('grows by one at each birthday and never otherwise', () =>
    fc.assert(
      fc.property(fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }), fc.integer({ min: 0, max: 40_000 }), (born, days) => {
        const [today, tomorrow] = [addMs(born, days * day), addMs(born, (days + 1) * day)];
        const isBirthday = tomorrow.getUTCMonth() === born.getUTCMonth() && tomorrow.getUTCDate() === born.getUTCDate();
        const isFirstOfMarchForLeapling = born.getUTCMonth() === 1 && born.getUTCDate() === 29 && tomorrow.getUTCMonth() === 2 && tomorrow.getUTCDate() === 1 && today.getUTCDate() === 28;
        expect(ageOn(born, tomorrow) - ageOn(born, today)).toBe(isBirthday || isFirstOfMarchForLeapling ? 1 : 0);
      }),
    ));
});
