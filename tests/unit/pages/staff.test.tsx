import { describe, expect, test } from '@jest/globals';
import { VisitsChart } from '@/app/(staff)/admin/_overview/visits-chart';
import { WantedTitles } from '@/app/(staff)/admin/_overview/wanted-titles';
import { Machinery } from '@/app/(staff)/admin/_overview/machinery';
import { askedOf, csvAddress, filterOf, isFiltered, loansAddress } from '@/app/(staff)/admin/loans/_list/filter';
import { LoansFilter } from '@/app/(staff)/admin/loans/_list/loans-filter';
import { LoansTable } from '@/app/(staff)/admin/loans/_list/loans-table';
import { LendingTables } from '@/app/(staff)/admin/members/_detail/lending-tables';
import { ProfileFacts } from '@/app/(staff)/admin/members/_detail/profile-facts';
import { StandingBadge } from '@/app/(staff)/admin/members/standing-badge';
import { MonthBar } from '@/app/(staff)/admin/rekap/month-bar';
import { PaperTable } from '@/app/(staff)/admin/rekap/paper-table';
import { TitlesTable } from '@/app/(staff)/admin/titles/_list/titles-table';
import { StateBadge } from '@/app/(staff)/admin/titles/_title/state-badge';
import { MembershipCard } from '@/app/(member)/account/membership-card';
import type { Profile } from '@/lib/domain/members/profile';
import { day, minute } from '@/lib/domain/time';
import type { StaffTitle } from '@/lib/operations/catalogue/read-staff-title';
import type { DatabaseLoan } from '@/lib/operations/lending/list-all-loans';
import type { DeskMember } from '@/lib/operations/members/read-member';
import type { DayFigures } from '@/lib/operations/statistics/read-stats';
import { shown, type Shown } from '../../support/shown';

const now = new Date('2026-11-22T02:00:00Z');
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const rowsOf = (page: Shown) => page.all('tr').slice(1).map(({ inner }) => [...inner.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()));

const aLoan = (more: Partial<DatabaseLoan> = {}): DatabaseLoan => ({
  id: 'l1', titleId: 't1', title: 'Sungai Barito', authors: ['Siti Rahmah'], state: 'active', borrowedAt: at(-day), dueAt: at(2 * day), endedAt: null, endedReason: null, renewalCount: 0,
  memberId: 'm1', memberNumber: 'PJ0001', memberName: 'Budi', now, ...more,
});

describe('the loan database', () => {
  test('shows title, state, borrower and the three instants', async () => {
    expect(rowsOf(await shown(<LoansTable loans={[aLoan()]} asked={{}} />))).toEqual([['Sungai Barito Siti Rahmah', 'Berjalan', 'Budi PJ0001', 'Sab, 21 Nov 2026 10.00 WITA', 'Sel, 24 Nov 2026 10.00 WITA', '']]);
  });

  test('shows no name once the retention period is over', async () => {
    const [row] = rowsOf(await shown(<LoansTable loans={[aLoan({ state: 'expired', memberId: null, memberNumber: null, memberName: null, endedAt: at(-minute) })]} asked={{}} />));
    expect(row?.[2]).toBe('Tanpa nama');
  });

  test.each([['active', 'Berjalan', 'Running|Active|On loan'], ['returned', 'Dikembalikan', 'Returned'], ['expired', 'Kembali otomatis', '.+'], ['revoked', 'Dicabut', 'Revoked']] as const)('says %s in words, not only by colour', async (state, id, en) => {
    expect(rowsOf(await shown(<LoansTable loans={[aLoan({ state })]} asked={{}} />))[0]?.[1]).toBe(id);
    expect(rowsOf(await shown(<LoansTable loans={[aLoan({ state })]} asked={{}} />, { locale: 'en' }))[0]?.[1]).toMatch(new RegExp(en));
  });

  test('a loan opens beside the list: the filters stay in the address', async () => {
    const page = await shown(<LoansTable loans={[aLoan()]} asked={{ state: 'active', title: 'barito', cursor: 'c' }} />);
    expect(page.links[0]?.href).toBe('/admin/loans?state=active&title=barito&cursor=c&loan=l1');
    expect(page.html).not.toContain('aria-current');
    expect((await shown(<LoansTable loans={[aLoan()]} asked={{ loan: 'l1' }} />)).html).toContain('aria-current="true"');
  });

  test('its filter is a plain form that keeps what was typed', async () => {
    const page = await shown(<LoansFilter asked={{ state: 'revoked', member: 'budi & co', from: '2026-11-01' }} />);
    const fields = Object.fromEntries(page.all('input').map(({ attributes }) => [attributes['name'], attributes['value'] ?? '']));
    expect(fields).toMatchObject({ member: 'budi & co', from: '2026-11-01', to: '' });
    expect(page.html).toMatch(/<option value="revoked" selected="">/);
    expect(page.links.map(({ href }) => href)).toEqual(['/admin/loans', '/api/admin/loans?state=revoked&member=budi+%26+co&from=2026-11-01&format=csv']);
  });

  test('offers to clear a filter only when there is one', async () => {
    expect((await shown(<LoansFilter asked={{}} />)).words).not.toContain('Hapus saringan');
    expect((await shown(<LoansFilter asked={{ loan: 'l1', cursor: 'c' }} />)).words).not.toContain('Hapus saringan');
  });
});

describe('what stands in the address of the loan database', () => {
  test('is taken as typed, once, without what is empty or unknown', () => {
    expect(askedOf({ state: ' active ', member: ['budi', 'siti'], title: '', page: '7', from: undefined })).toEqual({ state: 'active', member: 'budi' });
  });

  test('what cannot be understood asks for nothing, and the rest still counts', () => {
    expect(filterOf({ state: 'lost', from: '2026-02-30', member: 'budi' })).toEqual({ member: 'budi', until: undefined });
  });

  test('a day counts from its first to its last instant of the library', () => {
    expect(filterOf({ from: '2026-11-01', to: '2026-11-01' })).toEqual({ from: new Date('2026-10-31T16:00:00Z'), until: new Date('2026-11-01T16:00:00Z') });
  });

  test('the file has the filters without the place in the list', () => {
    expect(csvAddress({ state: 'active', cursor: 'x', loan: 'l1' })).toBe('/api/admin/loans?state=active&format=csv');
    expect([isFiltered({ cursor: 'x' }), isFiltered({ title: 'x' }), loansAddress({})]).toEqual([false, true, '/admin/loans']);
  });
});

const aTitle = (more: Partial<StaffTitle> = {}): StaffTitle =>
  ({ id: 't1', title: 'Sungai Barito', authors: ['Siti', 'Budi'], coverHash: null, pages: 320, publishedAt: at(-day), withdrawnAt: null, copyCount: 3, availableCount: 1, loanCount: 2, waitingCount: 4, createdAt: at(-day), ...more }) as unknown as StaffTitle;

describe('the collection', () => {
  test('shows what is free, lent and waited for', async () => {
    const page = await shown(<TitlesTable titles={[aTitle()]} />);
    expect(rowsOf(page)[0]?.slice(2)).toEqual(['Terbit', '1 dari 3', '2', '4', '320', 'Sab, 21 Nov 2026']);
  });

  test('tells a phone the same in a line', async () => {
    expect((await shown(<TitlesTable titles={[aTitle()]} />)).words).toContain('1 dari 3 tersedia · 2 dipinjam · 4 antre');
  });

  test.each([
    ['Terbit', { publishedAt: at(-day), withdrawnAt: null }],
    ['Draf', { publishedAt: null, withdrawnAt: null }],
    ['Ditarik', { publishedAt: at(-day), withdrawnAt: at(-minute) }],
    ['Ditarik', { publishedAt: null, withdrawnAt: at(-minute) }],
  ])('%s: %j', async (words, title) => {
    expect((await shown(<StateBadge title={title} />)).words).toBe(words);
  });
});

describe('where a member stands', () => {
  const free = { role: 'member', blockedAt: null, blockedUntil: null, validUntil: null } as const;
  test.each([
    ['in good standing', free, ['Aktif']],
    ['blocked without an end', { ...free, blockedAt: at(-day) }, ['Dibatasi']],
    ['blocked until a day', { ...free, blockedAt: at(-day), blockedUntil: at(day) }, ['Dibatasi sampai Sen, 23 Nov 2026']],
    ['whose block has ended by the clock', { ...free, blockedAt: at(-2 * day), blockedUntil: at(-day) }, ['Aktif']],
    ['whose membership is over', { ...free, validUntil: at(-minute) }, ['Masa anggota habis']],
    ['blocked and over: the block is said', { ...free, blockedAt: at(-day), validUntil: at(-day) }, ['Dibatasi']],
    ['staff', { ...free, role: 'librarian' as const }, ['Aktif', 'Pustakawan']],
  ])('%s', async (_, of, words) => {
    const badges = (await shown(<StandingBadge of={of} now={now} />)).html.match(/whitespace-nowrap[^>]*>([^<]*)/g)?.map((badge) => badge.replace(/.*>/, ''));
    expect(badges).toHaveLength(words.length);
    expect(badges?.[0]).toMatch(new RegExp(`^${words[0]?.split(' ')[0] ?? ''}`));
    if (words[0]?.includes('sampai') === true) expect(badges?.[0]).toContain('23 Nov 2026');
  });
});

const aProfile = (more: Partial<Profile> = {}): Profile =>
  ({ id: 'm1', memberNumber: 'PJ00012345', role: 'member', name: 'Siti', email: null, emailVerifiedAt: null, phone: null, phoneVerifiedAt: null, birthDate: null, gender: null, category: null, validUntil: null, guardianName: null, guardianPhone: null, consentVersion: null, consentAt: null, locale: 'id', emailNotices: true, blockedAt: null, blockedUntil: null, blockedReason: null, createdAt: at(-day), ...more }) as Profile;

describe('a member’s profile at the desk', () => {
  test('a birthday is the day that was written, in every zone', async () => {
    expect((await shown(<ProfileFacts profile={aProfile({ birthDate: new Date('2001-01-01T00:00:00Z') })} now={now} />)).words).toContain('Sen, 1 Jan 2001');
  });

  test('an address says whether it was proven', async () => {
    const words = async (emailVerifiedAt: Date | null) => (await shown(<ProfileFacts profile={aProfile({ email: 'siti@contoh.id', emailVerifiedAt })} now={now} />)).words;
    expect(await words(null)).not.toBe(await words(at(-day)));
    expect(await words(null)).toContain('siti@contoh.id (');
  });

  test('a block says until when and why; one that is over says nothing', async () => {
    const blocked = await shown(<ProfileFacts profile={aProfile({ blockedAt: at(-day), blockedUntil: at(day), blockedReason: 'Menyalin berkas' })} now={now} />);
    expect(blocked.words).toContain('Menyalin berkas');
    expect((await shown(<ProfileFacts profile={aProfile({ blockedAt: at(-2 * day), blockedUntil: at(-day), blockedReason: 'Menyalin berkas' })} now={now} />)).words).not.toContain('Menyalin berkas');
  });

  test('the card shows the number as people read it out', async () => {
    const { words } = await shown(<MembershipCard profile={aProfile({ validUntil: at(day) })} />);
    expect(words).toContain('Siti');
    expect(words.replace(/\s/g, '')).toContain('PJ00012345');
    expect(words).toContain('Sen, 23 Nov 2026');
  });
});

describe('a member’s lending at the desk', () => {
  const nobody = { running: [], past: [], queued: [] } as unknown as DeskMember;

  test('empty parts say that there is nothing, each for itself', async () => {
    const page = await shown(<LendingTables member={nobody} />);
    expect(page.all('table')).toHaveLength(0);
    expect(page.all('section').map(({ words }) => words).every((words) => words.length > 10)).toBe(true);
  });

  test('a hold shows its place, that it is put off, or until when the turn runs', async () => {
    const hold = (id: string, more: object, position: number | null) => ({ hold: { id, state: 'waiting', placedAt: at(-day), suspension: null, ...more }, title: id, titleId: id, position });
    const queued = [hold('satu', {}, 4), hold('dua', { suspension: { at: at(-day), until: null } }, 2), hold('tiga', { state: 'ready', readyUntil: at(minute) }, null)];
    const rows = rowsOf(await shown(<LendingTables member={{ ...nobody, queued } as unknown as DeskMember} />));
    expect(rows.map((row) => row[2])).toEqual(['4', expect.stringMatching(/[Dd]itunda/), expect.stringContaining('22 Nov 2026 10.01')]);
  });

  test('how a past loan ended is said', async () => {
    const past = (['returned', 'expired', 'revoked'] as const).map((state) => aLoan({ id: state, state, endedAt: at(-minute) }));
    const said = rowsOf(await shown(<LendingTables member={{ ...nobody, past } as unknown as DeskMember} />)).map((row) => row[3]);
    expect(new Set(said).size).toBe(3);
  });
});

describe('figures', () => {
  const figures = (date: string, visits: number, more: Partial<DayFigures> = {}): DayFigures => ({ day: date, visits, borrows: 1, borrowers: 1, returned: 0, expired: 0, revoked: 0, reads: 0, turnaways: 2, activeLoans: 0, ...more });
  const days = [figures('2026-11-20', 0), figures('2026-11-21', 10), figures('2026-11-22', 1200)];

  test('every bar is as high as its day, and a day without visits has none', async () => {
    const bars = (await shown(<VisitsChart days={days} />)).html.match(/<rect[^>]*height="([\d.]+)"/g)?.map((bar) => Number(/height="([\d.]+)"/.exec(bar)?.[1])) ?? [];
    expect(bars).toHaveLength(3);
    expect(bars[0]).toBe(0);
    expect((bars[1] ?? 0) / (bars[2] ?? 1)).toBeCloseTo(10 / 1200);
  });

  test('who cannot see the chart is told its span and reads every figure in the table, newest first', async () => {
    const page = await shown(<VisitsChart days={days} />);
    expect(page.html).toMatch(/role="img" aria-label="[^"]*20 Nov 2026[^"]*22 Nov 2026/);
    expect(rowsOf(page)).toEqual([['Min, 22 Nov 2026', '1.200', '1', '2'], ['Sab, 21 Nov 2026', '10', '1', '2'], ['Jum, 20 Nov 2026', '0', '1', '2']]);
  });

  test('titles to buy more of stand with turnaways, queue, copies and loans', async () => {
    expect(rowsOf(await shown(<WantedTitles titles={[{ titleId: 't1', title: 'Laskar', turnaways: 12, borrows: 3, waiting: 40_000, copies: 2 }]} />))).toEqual([['Laskar', '12', '40.000', '2', '3']]);
    expect((await shown(<WantedTitles titles={[]} />)).all('table')).toHaveLength(0);
  });

  test('a task that is late or failed is told apart from one that ran', async () => {
    const seen = async (finishedAt: Date, error: string | null = null) => (await shown(<Machinery autoReturn={{ startedAt: finishedAt, finishedAt, error } as never} backupMadeAt={null} now={now} />)).words;
    const [fresh, late, failed] = [await seen(at(-minute)), await seen(at(-11 * minute)), await seen(at(-minute), 'x')];
    expect(new Set([fresh, late.replace('11 menit', '1 menit').replace('09.49', '09.59'), failed]).size).toBe(3);
  });

  test('a month leads to the one before, and to the next unless it has not come yet', async () => {
    const hrefs = async (month: string) => (await shown(<MonthBar month={month} thisMonth="2026-11" />)).links.map(({ href }) => href);
    expect(await hrefs('2026-01')).toEqual(['/admin/rekap?month=2025-12', '/admin/rekap?month=2026-02', '/api/admin/rekap?month=2026-01&part=days&format=csv', '/api/admin/rekap?month=2026-01&part=books&format=csv']);
    expect(await hrefs('2026-11')).not.toContain('/admin/rekap?month=2026-12');
  });

  test('on paper every row is shown, with its sum at the foot', async () => {
    const page = await shown(<PaperTable caption="Kunjungan" head={['Hari', 'Jumlah']} rows={[['1', 2], ['2', 3]]} foot={['Jumlah', 5]} />);
    expect(page.words).toBe('Kunjungan Hari Jumlah 1 2 2 3 Jumlah 5');
    expect(page.html).toContain('<tfoot>');
    expect((await shown(<PaperTable caption="x" head={['a']} rows={[]} />)).html).not.toContain('<tfoot>');
  });
});
