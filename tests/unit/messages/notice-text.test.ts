import { describe, expect, test } from '@jest/globals';
import { messageKinds } from '@/lib/domain/messages/message';
import { placeOf } from '@/lib/domain/messages/place';
import { locales } from '@/lib/i18n/locale';
import { mailFrame, noticeText } from '@/lib/i18n/notice-text';

const until = new Date('2026-11-24T06:30:59Z');
const facts = { holdId: 'h', loanId: 'l', readyUntil: until.toISOString(), dueAt: until.toISOString(), endedAt: until.toISOString(), renewable: 'yes', reason: 'title-withdrawn' };
const told = (kind: (typeof messageKinds)[number], more: object = {}) => ({ kind, facts: { ...facts, ...more }, title: 'Sungai {Barito}', until });

describe('what a member is told', () => {
  test.each(messageKinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))('%s has all its words in %s', (kind, locale) => {
    const { subject, body, action } = noticeText(told(kind), locale);
    for (const words of [subject, body, action]) {
      expect(words).not.toMatch(/\{(title|until|at|reason)\}|\.(subject|body|action)$|undefined|!/);
      expect(words.length).toBeGreaterThan(4);
    }
    expect(body).toMatch(locale === 'id' ? /\b[Aa]nda\b/ : /\byou/i);
  });

  test('times are the library’s own, cut to the minute', () => {
    expect(noticeText(told('your-turn'), 'id').body).toContain('sampai Sel, 24 Nov 2026 14.30 WITA');
    expect(noticeText(told('your-turn'), 'en').body).toContain('until Tue, 24 Nov 2026 14:30 WITA');
  });

  test('a title with braces is a title', () => {
    expect(noticeText(told('loan-ended'), 'id').subject).toBe('Pinjaman berakhir: Sungai {Barito}');
  });

  test('that a loan ends says whether it can be renewed', () => {
    expect(noticeText(told('loan-ending'), 'id').body).toContain('memperpanjang');
    expect(noticeText(told('loan-ending', { renewable: 'no' }), 'id').body).toContain('kembali sendiri');
  });

  test('a revoked loan says the librarian’s reason when there is one', () => {
    expect(noticeText(told('loan-revoked', { reason: 'Berkas rusak.' }), 'id').body).toContain('Alasannya: Berkas rusak.');
    expect(noticeText(told('loan-revoked', { reason: '' }), 'id').body).not.toContain('Alasannya');
  });

  test('where to act: the title, or the shelf when the title is no place to act', () => {
    expect(placeOf({ kind: 'your-turn', titleId: 't' })).toBe('/titles/t');
    expect(placeOf({ kind: 'loan-ending', titleId: 't' })).toBe('/shelf');
    expect(placeOf({ kind: 'loan-ended', titleId: null })).toBe('/shelf');
  });

  test('every e-mail says why it came and where to stop it', () => {
    expect(mailFrame('id', { name: 'Siti', accountUrl: 'https://x/account' })).toEqual({ greeting: 'Yth. Siti,', why: expect.stringContaining('https://x/account') });
  });
});
