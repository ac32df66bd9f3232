import { describe, expect, test } from '@jest/globals';
import { EndedLoans } from '@/app/(member)/shelf/ended-loans';
import { Holds } from '@/app/(member)/shelf/holds';
import { Loans } from '@/app/(member)/shelf/loans';
import { Notices } from '@/app/(member)/shelf/notices';
import type { Notice } from '@/lib/operations/messages/list-notices';
import { day, hour, minute } from '@/lib/domain/time';
import type { Shelf } from '@/lib/operations/lending/see-shelf';
import { shown, type Shown } from '../../support/shown';

const now = new Date('2026-11-22T02:00:00Z');
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const actsOf = (page: Shown) => page.all('input').filter(({ attributes }) => attributes['name'] === 'act').map(({ attributes }) => attributes['value']);

type Loan = Shelf['loans'][number];
function aLoan(more: Partial<Loan> = {}): Loan {
  const loan = { id: 'l1', titleId: 't1', title: 'Sungai Barito', authors: ['Siti Rahmah', 'Budi'], coverHash: null, state: 'active', borrowedAt: at(-day), dueAt: at(2 * day), endedAt: null, endedReason: null, renewalCount: 0, renewable: false, now, place: undefined, ...more };
  return loan as Loan;
}

describe('a running loan on the shelf', () => {
  const seen = (loan: Loan, locale: 'id' | 'en' = 'id') => shown(<Loans loans={[loan]} now={now} />, { locale, path: '/shelf' });

  test('says what it is, how long it is still mine and until when', async () => {
    const { words } = await seen(aLoan());
    for (const said of ['Sungai Barito', 'Siti Rahmah, Budi', 'Sisa 2 hari', 'Jatuh tempo Sel, 24 Nov 2026 10.00 WITA']) expect(words).toContain(said);
  });

  test('leads to the book first of all, then gives it back', async () => {
    const page = await seen(aLoan());
    expect(page.links.find(({ words }) => words === 'Baca')?.href).toBe('/read/l1');
    expect(page.buttons).toEqual(['Kembalikan']);
    expect(actsOf(page)).toEqual(['return']);
  });

  test('is renewed in one tap when it may be, and shows no button that would be refused', async () => {
    expect((await seen(aLoan({ renewable: true }))).buttons).toEqual(['Perpanjang', 'Kembalikan']);
    expect(actsOf(await seen(aLoan({ renewable: true })))).toEqual(['renew', 'return']);
  });

  test('remembers my page', async () => {
    const page = await seen(aLoan({ place: { page: 12, pages: 300 } as Loan['place'] }));
    expect(page.words).toContain('Halaman 12 dari 300');
    expect(page.links.map(({ words }) => words)).toContain('Lanjut baca');
  });

  test.each([[2 * day + 3 * hour + 59 * minute, '2 hari 3 jam'], [3 * hour + 12 * minute, '3 jam 12 menit'], [59_000, 'kurang dari 1 menit']])('%d ms left are told as they are: %s', async (left, words) => {
    expect((await seen(aLoan({ dueAt: at(left) }))).words).toContain(`Sisa ${words}`);
  });

  test('its ring shows the part that is left and warns in the last sixth', async () => {
    const ring = async (left: number) => (await seen(aLoan({ borrowedAt: at(left - 3 * day), dueAt: at(left) }))).all('svg').find(({ attributes }) => attributes['viewbox'] === '0 0 40 40')?.attributes['class'] ?? '';
    expect(await ring(2 * day)).toContain('text-leaf');
    expect(await ring(day / 2 - 1)).toContain('text-turmeric');
  });

  test('in English', async () => {
    const page = await seen(aLoan({ renewable: true }), 'en');
    expect(page.buttons).toEqual(['Renew', 'Return']);
    expect(page.words).toContain('Tue, 24 Nov 2026 10:00 WITA');
  });
});

type Held = Shelf['holds'][number];
function aHold(hold: object, more: Partial<Held> = {}): Held {
  const whole = { state: 'waiting', id: 'h1', placedAt: at(-day), suspension: null, missedCount: 0, ...hold };
  return { id: 'h1', titleId: 't1', title: 'Laskar Pelagi', authors: [], coverHash: null, hold: whole, position: 8, estimatedWait: { expectedMs: 4 * day, latestMs: 9 * day }, copies: 3, now, ...more } as unknown as Held;
}

describe('a place in a queue on the shelf', () => {
  const seen = (held: Held | readonly Held[], locale: 'id' | 'en' = 'id') => shown(<Holds holds={[held].flat() as Held[]} now={now} />, { locale, path: '/shelf' });

  test('is a number with a believable wait and its reason', async () => {
    const { words, buttons } = await seen(aHold({}));
    expect(words).toContain('Posisi ke-8, 4–9 hari');
    expect(words).toContain('3 eksemplar, 7 orang di depan Anda');
    expect(buttons).toEqual(['Tunda antrean', 'Batalkan antrean']);
  });

  test('a wait that nobody can tell is not invented', async () => {
    expect((await seen(aHold({}, { estimatedWait: null }))).words).toContain('Posisi ke-8, perkiraan belum ada');
  });

  test('a turn says until when, and may be taken, passed or given up', async () => {
    const page = await seen(aHold({ state: 'ready', readyUntil: at(3 * hour) }, { position: null }));
    expect(page.words).toContain('Giliran Anda, sisa 3 jam');
    expect(page.words).toContain('Batas ambil Min, 22 Nov 2026 13.00 WITA');
    expect(page.buttons).toEqual(['Pinjam', 'Lewati', 'Batalkan antrean']);
    expect(actsOf(page)).toEqual(['borrow', 'pass', 'leave-queue']);
  });

  test('what "pass" does is said beside it: the turn goes on, the place is kept', async () => {
    expect((await seen(aHold({ state: 'ready', readyUntil: at(hour) }))).words).toContain('giliran berpindah sekarang juga dan tempat Anda tetap');
  });

  test('a turn is never said before a copy is set aside', async () => {
    const { words } = await seen(aHold({}, { position: 1 }));
    expect(words).not.toContain('Giliran Anda');
    expect(words).toContain('Posisi ke-1');
  });

  test('put off until a day, or until resumed: the place is kept and one tap resumes', async () => {
    const dated = await seen(aHold({ suspension: { at: at(-day), until: at(2 * day) } }));
    expect(dated.words).toContain('Ditunda sampai Sel, 24 Nov 2026 10.00 WITA');
    expect(dated.buttons).toEqual(['Lanjutkan antrean', 'Tunda antrean', 'Batalkan antrean']);
    const open = await seen(aHold({ suspension: { at: at(-day), until: null } }));
    expect(open.words).toContain('Ditunda');
    expect(open.words).toContain('Tempat Anda tetap.');
  });

  test('after a turn that was missed the member reads why the queue is put off', async () => {
    expect((await seen(aHold({ missedCount: 1, suspension: { at: at(-day), until: null } }))).words).toContain('Giliran Anda terlewat, tetapi tempat Anda tetap.');
  });

  test('can be put off from tomorrow on, for less than a year, as the rule takes it', async () => {
    const date = (await seen(aHold({}))).all('input').find(({ attributes }) => attributes['type'] === 'date');
    expect([date?.attributes['name'], date?.attributes['min'], date?.attributes['max']]).toEqual(['until', '2026-11-23', '2027-11-21']);
  });

  test('turns stand on top, queues below as they were joined', async () => {
    const page = await seen([aHold({}, { id: 'a', title: 'Pertama' }), aHold({}, { id: 'b', title: 'Kedua' }), aHold({ state: 'ready', readyUntil: at(hour) }, { id: 'c', title: 'Giliran' })]);
    expect(page.all('h3').map(({ words }) => words)).toEqual(['Giliran', 'Pertama', 'Kedua']);
  });

  test('in English, one person is one person', async () => {
    const page = await seen(aHold({}, { position: 2, copies: 1 }), 'en');
    expect(page.words).toMatch(/1 copy, 1 person ahead/);
  });
});

describe('what was read before', () => {
  type Ended = Shelf['ended']['items'][number];
  const ended = (state: string, endedAt: Date | null = at(-day)) => ({ ...aLoan(), id: state, state, endedAt }) as unknown as Ended;

  test.each([['returned', 'Dikembalikan Sab, 21 Nov 2026'], ['expired', 'Kembali sendiri Sab, 21 Nov 2026'], ['revoked', 'Dicabut pustakawan Sab, 21 Nov 2026']])('%s: %s', async (state, words) => {
    const page = await shown(<EndedLoans loans={[ended(state)]} firstHref={null} nextHref={null} />);
    expect(page.words).toContain(words);
    expect(page.links[0]?.href).toBe('/titles/t1');
  });

  test('a loan that time has ended says so before the task has marked it', async () => {
    const page = await shown(<EndedLoans loans={[{ ...ended('active', null), dueAt: at(-day) } as Ended]} firstHref={null} nextHref={null} />);
    expect(page.words).toContain('Berakhir Sab, 21 Nov 2026');
  });

  test('goes on by plain links', async () => {
    const page = await shown(<EndedLoans loans={[ended('returned')]} firstHref="/shelf" nextHref="/shelf?ended=x" />);
    expect(page.links.slice(-2)).toEqual([{ href: '/shelf', words: 'Halaman pertama' }, { href: '/shelf?ended=x', words: 'Berikutnya' }]);
  });
});

describe('what I was told', () => {
  const notice = (more: Partial<Notice> = {}) => ({ id: 'n1', kind: 'your-turn', titleId: 't1', title: 'Sungai Barito', facts: { readyUntil: at(hour).toISOString() }, until: at(hour), createdAt: at(-hour), readAt: null, isOver: false, ...more }) as unknown as Notice;
  const list = (items: readonly Notice[]) => ({ items, next: null, unreadCount: items.length }) as unknown as Shelf['notices'];

  test('stands there until it is read, with the way to where one acts', async () => {
    const page = await shown(<Notices notices={list([notice()])} />, { path: '/shelf' });
    expect(page.words).toContain('Kabar untuk Anda');
    expect(page.words).toContain('Sungai Barito');
    expect(page.links[0]?.href).toBe('/titles/t1');
    expect(page.buttons).toEqual(['Tandai sudah dibaca']);
  });

  test('is gone when all is read', async () => {
    expect((await shown(<Notices notices={list([notice({ readAt: at(-minute) })])} />)).html).toBe('');
  });

  test('is told in the language of who reads, whichever it was sent in', async () => {
    const [id, en] = await Promise.all((['id', 'en'] as const).map((locale) => shown(<Notices notices={list([notice()])} />, { locale })));
    expect(id?.words).toMatch(/giliran/i);
    expect(en?.words).toMatch(/your turn/i);
  });
});
