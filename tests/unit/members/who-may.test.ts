import { describe, expect, test } from '@jest/globals';
import { maySetRight } from '@/lib/domain/members/desk';
import { mayCall, roles, type Audience, type Caller } from '@/lib/domain/members/caller';

describe('who may do what', () => {
  const caller = (role: Caller['role']) => ({ role }) as Caller;
  const table: Record<Audience, readonly boolean[]> = { anyone: [true, true, true, true], member: [false, true, true, true], librarian: [false, false, true, true], admin: [false, false, false, true] };

  test.each(Object.keys(table) as Audience[])('a door for %s', (audience) => {
    expect([null, ...roles.map(caller)].map((who) => mayCall(audience, who))).toEqual(table[audience]);
  });

  test('a librarian sets members and their own account right, an admin everybody’s', () => {
    const other = (role: Caller['role'], id = 'x') => ({ id, role });
    const librarian = { memberId: 'me', role: 'librarian' } as const;
    expect([other('member'), other('librarian'), other('admin'), other('librarian', 'me')].map((one) => maySetRight(librarian, one))).toEqual([true, false, false, true]);
    expect(roles.every((role) => maySetRight({ memberId: 'me', role: 'admin' }, other(role)))).toBe(true);
  });
});
