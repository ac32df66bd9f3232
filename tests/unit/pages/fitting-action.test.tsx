import { describe, expect, test } from '@jest/globals';
import { FittingAction } from '@/app/(catalogue)/titles/[id]/fitting-action';
import type { TitleAction } from '@/lib/domain/lending/title-lending';
import { day, hour } from '@/lib/domain/time';
import type { SeenTitle } from '@/lib/operations/catalogue/see-title';
import { shown } from '../../support/shown';

const now = new Date('2026-11-22T02:00:00Z');
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);

function aTitle(action: TitleAction, more: { saved?: boolean; suspension?: { since: Date; until: Date | null }; copies?: number } = {}): SeenTitle {
  const hold = more.suspension === undefined ? null : { suspension: more.suspension };
  return { id: 't1', saved: more.saved ?? false, lending: { action, now, hold, copies: { total: more.copies ?? 3, available: 0, simultaneousUse: false } } } as unknown as SeenTitle;
}

const wait = { expectedMs: 4 * day, latestMs: 9 * day };

/** [standing, the title as it stands, the one thing to do, what it calls or where it leads, what is said beside it] */
const standings: readonly (readonly [string, SeenTitle, string, string, string])[] = [
  ['who has it on loan reads', aTitle({ kind: 'read', loanId: 'l1', dueAt: at(2 * day) }), 'Baca', '/read/l1', 'Jatuh tempo Sel, 24 Nov 2026 10.00 WITA. Kembali sendiri pada waktunya.'],
  ['whose turn it is takes the copy', aTitle({ kind: 'take-offer', holdId: 'h1', readyUntil: at(3 * hour), shortenedUntil: null }), 'Pinjam Giliran Anda sampai 13.00', 'borrow', 'Batas ambil Min, 22 Nov 2026 13.00 WITA. Sesudah itu giliran berpindah ke pengantre berikutnya.'],
  ['whose turn it is under a licence that ends is told before the tap', aTitle({ kind: 'take-offer', holdId: 'h1', readyUntil: at(3 * hour), shortenedUntil: at(day) }), 'Pinjam Giliran Anda sampai 13.00', 'borrow', 'jadi pinjaman ini hanya sampai Sen, 23 Nov 2026 10.00 WITA.'],
  ['who queues may leave, and sees the place and the wait', aTitle({ kind: 'in-queue', holdId: 'h1', position: 8, estimatedWait: wait }), 'Batalkan antrean', 'leave-queue', 'Anda antre, posisi 8 Perkiraan tunggu 4–9 hari: 3 eksemplar, 7 orang di depan Anda.'],
  ['who put the queue off may resume it', aTitle({ kind: 'in-queue', holdId: 'h1', position: 2, estimatedWait: null }, { suspension: { since: now, until: null } }), 'Lanjutkan antrean', 'resume', 'Tempat Anda tetap: 1 orang di depan Anda. Perkiraan tunggu belum ada.'],
  ['who put the queue off is told what resuming would mean', aTitle({ kind: 'in-queue', holdId: 'h1', position: 2, estimatedWait: wait }, { suspension: { since: now, until: null } }), 'Lanjutkan antrean', 'resume', 'Bila dilanjutkan sekarang, perkiraan tunggu 4–9 hari.'],
  ['who queues for copies that are all gone is promised nothing', aTitle({ kind: 'in-queue', holdId: 'h1', position: 2, estimatedWait: null }), 'Batalkan antrean', 'leave-queue', '3 eksemplar, 1 orang di depan Anda. Perkiraan tunggu belum ada.'],
  ['who finds a free copy borrows it for the period', aTitle({ kind: 'borrow', loanPeriodMs: 3 * day, shortenedUntil: null }), 'Pinjam 3 hari', 'borrow', 'Kembali sendiri pada waktunya. Tidak ada denda.'],
  ['a loan that a licence cuts short says until when', aTitle({ kind: 'borrow', loanPeriodMs: 3 * day, shortenedUntil: at(day) }), 'Pinjam sampai Sen, 23 Nov 10.00', 'borrow', 'Lisensi judul ini segera berakhir, jadi pinjaman ini hanya sampai Sen, 23 Nov 2026 10.00 WITA.'],
  ['who finds none free queues, with place and wait', aTitle({ kind: 'join-queue', position: 4, estimatedWait: wait }), 'Antre · posisi 4, 4–9 hari', 'queue', '3 eksemplar, 3 orang di depan Anda. Kami beri tahu saat tiba giliran Anda.'],
  ['a wait that nobody can tell is not invented', aTitle({ kind: 'join-queue', position: 1, estimatedWait: null }), 'Antre · posisi 1, perkiraan belum ada', 'queue', '3 eksemplar, 0 orang di depan Anda.'],
  ['who has too many loans is led to the shelf', aTitle({ kind: 'loan-limit', limit: 5 }), 'Ke rak saya', '/shelf', 'Anda sedang meminjam 5 judul, batasnya tercapai Kembalikan satu di rak Anda'],
  ['who waits for too many titles too', aTitle({ kind: 'hold-limit', limit: 5 }), 'Ke rak saya', '/shelf', 'Anda sedang antre untuk 5 judul, batasnya tercapai Batalkan satu antrean'],
  ['who is blocked without an end is sent to a librarian', aTitle({ kind: 'barred', blockedUntil: null }), 'Ke akun saya', '/account', 'Hubungi pustakawan untuk meminjam lagi.'],
  ['who is blocked until a day reads the day', aTitle({ kind: 'barred', blockedUntil: at(2 * day) }), 'Ke akun saya', '/account', 'Pembatasan berakhir Sel, 24 Nov 2026 10.00 WITA.'],
  ['a title without a licence says so', aTitle({ kind: 'unavailable', because: 'licence-ended' }), 'Ke koleksi', '/', 'Lisensi judul ini telah berakhir'],
  ['a withdrawn title says so', aTitle({ kind: 'unavailable', because: 'title-withdrawn' }), 'Ke koleksi', '/', 'Judul ini ditarik dari koleksi'],
  ['a title not yet published says so', aTitle({ kind: 'unavailable', because: 'unpublished' }), 'Ke koleksi', '/', 'Judul ini belum terbit'],
];

/** The main button or link: [its label, the act that it does or the address that it leads to]. */
async function mainOf(title: SeenTitle, isLoggedIn = true, locale: 'id' | 'en' = 'id'): Promise<readonly [string, string]> {
  const { html } = await shown(<FittingAction title={title} isLoggedIn={isLoggedIn} />, { locale, path: '/titles/t1' });
  const bar = html.slice(html.indexOf('class="fixed'));
  const main = await shown(<div dangerouslySetInnerHTML={{ __html: bar }} />);
  const link = main.links[0];
  const act = main.all('input').find(({ attributes }) => attributes['name'] === 'act')?.attributes['value'] ?? '';
  return act === 'save' || act === 'unsave' || act === '' ? [link?.words ?? '', link?.href ?? ''] : [main.buttons[0] ?? '', act];
}

describe('a title’s page offers the one thing that fits', () => {
  test.each(standings)('%s', async (_, title, label, does, beside) => {
    expect(await mainOf(title)).toEqual([label, does]);
    expect((await shown(<FittingAction title={title} isLoggedIn />, { path: '/titles/t1' })).words).toContain(beside);
  });

  test.each(standings)('in English too, without a word of the other language: %s', async (_, title, label) => {
    const { words } = await shown(<FittingAction title={title} isLoggedIn />, { locale: 'en', path: '/titles/t1' });
    expect(words).not.toContain(label);
    expect(words).not.toMatch(/\b(Anda|antrean|pinjam|eksemplar|sampai|judul)\b/i);
  });

  test('one main action only: no second act stands beside it but to save, and to pass one’s turn', async () => {
    for (const [, title] of standings) {
      const acts = (await shown(<FittingAction title={title} isLoggedIn />)).all('input').filter(({ attributes }) => attributes['name'] === 'act').map(({ attributes }) => attributes['value']);
      expect(acts.filter((act) => act !== 'save' && act !== 'pass').length).toBeLessThanOrEqual(1);
      expect(acts.includes('pass')).toBe(title.lending.action.kind === 'take-offer');
    }
  });
});

describe('who is not logged in', () => {
  test.each(['borrow', 'join-queue'] as const)('is led to log in, and back to this title: %s', async (kind) => {
    const action = kind === 'borrow' ? ({ kind, loanPeriodMs: 3 * day, shortenedUntil: null } as const) : ({ kind, position: 1, estimatedWait: null } as const);
    expect((await mainOf(aTitle(action), false))[1]).toBe('/login?next=%2Ftitles%2Ft1');
  });

  test('is not offered to save', async () => {
    const { html } = await shown(<FittingAction title={aTitle({ kind: 'borrow', loanPeriodMs: day, shortenedUntil: null })} isLoggedIn={false} />);
    expect(html).not.toContain('value="save"');
  });
});

describe('saving for later', () => {
  test.each([[false, 'save', 'Simpan'], [true, 'unsave', 'Hapus dari simpanan']] as const)('a title saved: %s is offered to %s', async (saved, act, label) => {
    const page = await shown(<FittingAction title={aTitle({ kind: 'borrow', loanPeriodMs: day, shortenedUntil: null }, { saved })} isLoggedIn />);
    expect(page.html).toContain(`value="${act}"`);
    expect(page.html).toContain(label);
  });
});

describe('English knows one and many', () => {
  test.each([[1, 1, '1 copy, 0 people ahead'], [2, 1, '1 copy, 1 person ahead'], [9, 4, '4 copies, 8 people ahead']])('place %d of %d copies', async (position, copies, words) => {
    const page = await shown(<FittingAction title={aTitle({ kind: 'join-queue', position, estimatedWait: wait }, { copies })} isLoggedIn />, { locale: 'en' });
    expect(page.words).toContain(words);
  });
});

describe('without JavaScript', () => {
  test('the button is a form that comes back to this page, without an old refusal', async () => {
    const page = await shown(<FittingAction title={aTitle({ kind: 'borrow', loanPeriodMs: day, shortenedUntil: null })} isLoggedIn />, { path: '/titles/t1', query: 'refused=away&x=1' });
    expect(page.all('form').map(({ attributes }) => [attributes['method'], attributes['action']])[0]).toEqual(['post', '/act']);
    const back = page.all('input').find(({ attributes }) => attributes['name'] === 'back');
    expect(back?.attributes['value']).toBe('/titles/t1?x=1');
  });
});
