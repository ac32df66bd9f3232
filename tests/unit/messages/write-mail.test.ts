import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { forgetEnvironment } from '@/lib/config/environment';
import { messageKinds } from '@/lib/domain/messages/message';
import { locales } from '@/lib/i18n/locale';
import { writeMail } from '@/lib/operations/messages/write-mail';

beforeAll(() => {
  Object.assign(process.env, { PUBLIC_URL: 'https://perpustakaan.example', NEXTAUTH_SECRET: 'only-for-tests' });
  forgetEnvironment();
});
afterAll(() => {
  for (const name of ['PUBLIC_URL', 'NEXTAUTH_SECRET']) Reflect.deleteProperty(process.env, name);
  forgetEnvironment();
});

const until = new Date('2026-11-24T06:30:59Z');
const memberId = '00000000-0000-4000-8000-000000000000';
const facts = { holdId: 'h', loanId: 'l', resetId: memberId, readyUntil: until.toISOString(), dueAt: until.toISOString(), endedAt: until.toISOString(), renewable: 'yes', reason: 'title-withdrawn' };
type Mail = Parameters<typeof writeMail>[0];
const mail = (kind: (typeof messageKinds)[number], more: object = {}) => writeMail({ id: 'm1', kind, facts, title: 'Sungai Barito', titleId: 't1', until, locale: 'id', memberId, memberName: 'Siti', address: 'siti@contoh.id', ...more } as unknown as Mail);
const linksIn = (text: string) => [...text.matchAll(/https?:\/\/[^\s"<&]+/g)].map(([link]) => link);

describe('an e-mail', () => {
  test.each(messageKinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))('%s in %s says whom it is for, what it is about, and one place to act', (kind, locale) => {
    const { subject, text, html, to } = mail(kind, { locale });
    expect(to).toBe('siti@contoh.id');
    expect(subject).not.toMatch(/[\r\n{}]|undefined/);
    expect(text).toContain('Siti');
    expect(text).not.toMatch(/\{\w|undefined|null|<\w/);
    const own = new Set(linksIn(text).filter((link) => !link.endsWith('/account') && !link.endsWith('/account.')));
    expect(own.size).toBe(1);
    for (const link of linksIn(html)) expect(link).toMatch(/^https:\/\/perpustakaan\.example\//);
    expect(html).toContain(`<html lang="${locale}">`);
  });

  test('says how to stop notices, but not where a link was asked for just now', () => {
    expect(mail('your-turn').text).toContain('https://perpustakaan.example/account');
    for (const kind of ['password-reset', 'verify-email'] as const) expect(mail(kind).text).not.toMatch(/\/account\b/);
  });

  test('a name or a librarian’s reason with markup in it is text', () => {
    const { html, text } = mail('loan-revoked', { memberName: '<img src=x onerror=alert(1)>', facts: { ...facts, reason: `"Tom" & 'Jerry' <b>` } });
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<b>');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('&quot;Tom&quot; &amp; &#39;Jerry&#39; &lt;b&gt;');
    expect(text).toContain(`"Tom" & 'Jerry' <b>`);
  });

  test('the secret of a link stands after the #, where no server’s log sees it', () => {
    for (const kind of ['password-reset', 'verify-email'] as const) {
      const [link = ''] = linksIn(mail(kind).text);
      const { hash, search, pathname } = new URL(link);
      expect([search, pathname.length < 20, hash.length > 20]).toEqual(['', true, true]);
    }
  });

  test('whoever has another language than ours reads Indonesian', () => {
    expect(mail('your-turn', { locale: 'jv' })).toEqual(mail('your-turn', { locale: 'id' }));
  });

  test('a title that is gone has a word all the same', () => {
    expect(mail('loan-ended', { title: null, titleId: null }).subject.length).toBeGreaterThan(10);
  });
});
