import { describe, expect, test } from '@jest/globals';
import { endingNotice, licenceEndedNotice, suspensionNotice, turnReminder } from '@/lib/domain/messages/reminders';
import { addMs, day, hour, minute } from '@/lib/domain/time';

const start = new Date('2026-11-22T02:00:00Z');
const at = (hours: number) => addMs(start, hours * hour);

describe('"still your turn"', () => {
  const offer = { holdId: 'h', offerId: 'o', memberId: 'm', titleId: 't', readyAt: start, readyUntil: at(24) };

  test('is said at half the window, until its end, once an offer', () => {
    expect(turnReminder(offer, at(11.99))).toBeNull();
    expect(turnReminder(offer, at(12))).toMatchObject({ key: 'your-turn-reminder:o', validUntil: at(24), facts: { holdId: 'h', readyUntil: at(24).toISOString() } });
    expect(turnReminder(offer, at(24))).toBeNull();
  });

  test('counts half of the window as an outage has lengthened it', () => {
    expect(turnReminder({ ...offer, readyUntil: at(30) }, at(14))).toBeNull();
    expect(turnReminder({ ...offer, readyUntil: at(30) }, at(15))).not.toBeNull();
  });
});

describe('"your loan ends"', () => {
  const loan = { loanId: 'l', memberId: 'm', titleId: 't', borrowedAt: start, dueAt: at(72), canRenew: false };

  test('is said when 24 hours are left, not before, and not when it has ended', () => {
    expect(endingNotice(loan, at(47.99))).toBeNull();
    expect(endingNotice(loan, at(48))).toMatchObject({ kind: 'loan-ending', validUntil: at(72), facts: { renewable: 'no' } });
    expect(endingNotice(loan, at(72))).toBeNull();
  });

  test('of a loan that never had 24 hours only to who can renew it', () => {
    const short = { ...loan, dueAt: at(1) };
    expect(endingNotice(short, addMs(start, minute))).toBeNull();
    expect(endingNotice({ ...short, canRenew: true }, addMs(start, minute))).toMatchObject({ facts: { renewable: 'yes' } });
  });

  test('is said again after a renewal: the key names the due time', () => {
    expect(endingNotice(loan, at(50))?.key).not.toBe(endingNotice({ ...loan, dueAt: at(144) }, at(130))?.key);
  });
});

describe('"your place in the queue ends soon"', () => {
  const suspended = { holdId: 'h', memberId: 'm', titleId: 't', suspendedAt: start, suspendedUntil: null };
  const onDay = (days: number) => addMs(start, days * day);

  test('is said 30 days before the 365 are over, not before, and not when they are', () => {
    expect(suspensionNotice(suspended, addMs(onDay(335), -1))).toBeNull();
    expect(suspensionNotice(suspended, onDay(335))).toMatchObject({ kind: 'suspension-ending', memberId: 'm', titleId: 't', validUntil: onDay(365), facts: { holdId: 'h', endedAt: onDay(365).toISOString() } });
    expect(suspensionNotice(suspended, addMs(onDay(365), -1))).not.toBeNull();
    expect(suspensionNotice(suspended, onDay(365))).toBeNull();
  });

  test('is no news to whom a chosen date brings back in time', () => {
    expect(suspensionNotice({ ...suspended, suspendedUntil: onDay(364) }, onDay(340))).toBeNull();
    expect(suspensionNotice({ ...suspended, suspendedUntil: onDay(365) }, onDay(340))).not.toBeNull();
  });

  test('is said once a suspension: the key names the hold and since when', () => {
    const [first, again] = [suspensionNotice(suspended, onDay(340)), suspensionNotice(suspended, onDay(350))];
    expect(again?.key).toBe(first?.key);
    expect(suspensionNotice({ ...suspended, suspendedAt: onDay(400) }, onDay(740))?.key).not.toBe(first?.key);
    expect(suspensionNotice({ ...suspended, holdId: 'another' }, onDay(340))?.key).not.toBe(first?.key);
  });
});

describe('no licence is left', () => {
  const waiting = { holdId: 'h', memberId: 'm', titleId: 't', licenceId: 'l', endedAt: new Date('2026-11-01T00:00:00Z') };

  test('is told once for each last licence that ends', () => {
    const said = licenceEndedNotice(waiting, new Date('2026-11-01T00:01:00Z'));
    expect(said).toMatchObject({ kind: 'licence-ended', memberId: 'm', key: 'licence-ended:h:l' });
    expect(licenceEndedNotice({ ...waiting, licenceId: 'next' }, waiting.endedAt)?.key).not.toBe(said?.key);
  });

  test('is no news after a week', () => expect(licenceEndedNotice(waiting, new Date('2026-11-08T00:00:00Z'))).toBeNull());
});
