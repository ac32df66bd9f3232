import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mayRead } from '@/lib/domain/reading/access';
import { phaseOf, untilNextPhaseMs, warningMs } from '@/lib/domain/reading/closing';
import { urlSpan } from '@/lib/domain/reading/content-url';
import { fold, occurrences } from '@/lib/domain/reading/find';
import { withinPages, type Reading } from '@/lib/domain/reading/position';
import { newest, resume } from '@/lib/domain/reading/resume';
import { addMs, day } from '@/lib/domain/time';

const dueAt = new Date('2026-11-25T08:00:00.000Z');
const aMoment = fc.integer({ min: -3 * day, max: day }).map((ms) => addMs(dueAt, ms));

describe('at every moment', () => {
  test('a URL is signed only while reading is allowed, and none of them outlives the loan', () =>
    fc.assert(
      fc.property(aMoment, (now) => {
        const isAllowed = mayRead({ state: 'active', dueAt, endedAt: null }, now).ok;
        const span = urlSpan(now, dueAt);
        if (!isAllowed) expect(span).toBeNull();
        if (span !== null) expect(span.expiresAt <= dueAt && span.signedAt <= now).toBe(true);
        expect(isAllowed).toBe(phaseOf(dueAt, now) !== 'ended');
      }),
    ));

  test('the open book knows when to look again: then something else is the case, and not before', () =>
    fc.assert(
      fc.property(aMoment, (now) => {
        const wait = untilNextPhaseMs(dueAt, now);
        const phase = phaseOf(dueAt, now);
        if (wait === null) return expect(phase).toBe('ended');
        expect(phaseOf(dueAt, addMs(now, wait - 1))).toBe(phase);
        expect(phaseOf(dueAt, addMs(now, wait))).not.toBe(phase);
        expect(phase === 'ending-soon').toBe(dueAt.getTime() - now.getTime() <= warningMs);
      }),
    ));
});

describe('wherever a member has read', () => {
  const aReading: fc.Arbitrary<Reading> = fc.record({
    deviceId: fc.constantFrom('phone', 'tablet', 'desktop'), deviceName: fc.constant(null), position: fc.record({ page: fc.integer({ min: 1, max: 300 }) }), savedAt: aMoment,
  });
  const readings = fc.uniqueArray(aReading, { selector: ({ deviceId }) => deviceId, maxLength: 3 });

  test('a book opens at a page that was read, or at its beginning, and offers only what another device read later', () =>
    fc.assert(
      fc.property(readings, fc.option(fc.record({ position: fc.record({ page: fc.integer({ min: 1, max: 300 }) }), savedAt: aMoment })), (saved, remembered) => {
        const { position, from, offer } = resume(saved, 'phone', remembered);
        const pages = [...saved.map((one) => one.position.page), ...(remembered === null ? [] : [remembered.position.page])];
        expect(from === 'start' ? [1] : pages).toContain(position.page);
        expect(from === 'start').toBe(pages.length === 0);
        if (offer === null) return;
        expect(offer.deviceId).not.toBe('phone');
        expect(offer.position.page).not.toBe(position.page);
        expect(newest(saved.filter(({ deviceId }) => deviceId !== 'phone'))).toBe(offer);
      }),
    ));

  test('a replaced file opens at a page that it has', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), (page, pages) => {
        const place = withinPages({ page, offset: 0.5 }, pages);
        expect(place.page).toBe(Math.max(1, Math.min(page, pages)));
        expect(place.offset).toBe(page <= pages ? 0.5 : undefined);
      }),
    ));
});

describe('whatever is looked for in a text', () => {
  test('each place found reads as what was looked for, one behind the other', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 5 }), (text, from, length) => {
        const wanted = fold(text).text.slice(from, from + length);
        if (wanted.trim() === '') return;
        const found = occurrences(text, wanted);
        expect(found.length).toBeGreaterThan(0);
        for (const [at, place] of found.entries()) {
          expect(0 <= place.from && place.from < place.until && place.until <= text.length + 1).toBe(true);
          expect(place.from >= (found[at - 1]?.from ?? 0)).toBe(true);
        }
      }),
    ));
});
