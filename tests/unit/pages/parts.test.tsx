import { describe, expect, test } from '@jest/globals';
import { AccountPage } from '@/app/(member)/account/account-page';
import { AvailabilityLine, type Availability } from '@/app/_components/availability-line';
import { Away } from '@/app/_components/away';
import { EmptyState } from '@/app/_components/empty-state';
import { CheckField, SelectField, TextArea, TextField } from '@/app/_components/field';
import { FormProblem } from '@/app/_components/form-problem';
import { Notice } from '@/app/_components/notice';
import { Pagination } from '@/app/_components/pagination';
import { BottomBar, TopPlaces } from '@/app/_components/places';
import { RefusedBefore } from '@/app/_components/refused-before';
import { Table } from '@/app/_components/table';
import { TitleGrid } from '@/app/_components/title-grid';
import { day, hour } from '@/lib/domain/time';
import { messages } from '@/lib/i18n/messages';
import { shown } from '../../support/shown';

const now = new Date('2026-11-22T02:00:00Z');
const nothing: Availability = { copyCount: 3, availableCount: 0, waitingCount: 0, simultaneousUse: false, myDueAt: null };

describe('the line under a cover is always true', () => {
  test.each([
    ['what is free', { availableCount: 2 }, '2 dari 3 eksemplar tersedia', '2 of 3 copies available'],
    ['what everybody can have at a time', { simultaneousUse: true, availableCount: 4, copyCount: 4 }, 'Tersedia untuk semua, tanpa antrean', 'Available to everybody, no queue'],
    ['that none is free', {}, 'Semua dipinjam', 'All on loan'],
    ['that none is free and others wait', { waitingCount: 12 }, 'Semua dipinjam, 12 antre', 'All on loan, 12 waiting'],
    ['that there is none', { copyCount: 0 }, 'Tidak ada eksemplar', 'No copies'],
    ['that it is mine, before anything else', { myDueAt: new Date(now.getTime() + 2 * day + 3 * hour), availableCount: 2, waitingCount: 5 }, 'Anda pinjam, sisa 2 hari 3 jam', 'Yours for 2 days 3 hours more'],
    ['that none is left under a licence for all that is over', { simultaneousUse: true, copyCount: 0 }, 'Tidak ada eksemplar', 'No copies'],
  ])('%s', async (_, more, id, en) => {
    for (const [locale, words] of [['id', id], ['en', en]] as const) expect((await shown(<AvailabilityLine of={{ ...nothing, ...more }} now={now} />, { locale })).words).toBe(words);
  });

  test('a full dot means: to be had now; the word says the same to who cannot see it', async () => {
    expect((await shown(<AvailabilityLine of={{ ...nothing, availableCount: 1 }} now={now} />)).html).toContain('bg-leaf');
    expect((await shown(<AvailabilityLine of={nothing} now={now} />)).html).not.toContain('bg-leaf');
  });
});

test('a page below the account shows the way back above its title', async () => {
  const page = await shown(<AccountPage title="Kata sandi" lead="Perangkat lain keluar">Isi</AccountPage>);
  expect([page.links, page.words]).toEqual([[{ href: '/account', words: 'Kembali ke akun' }], 'Kembali ke akun Kata sandi Perangkat lain keluar Isi']);
});

describe('covers side by side', () => {
  const title = { ...nothing, id: 't1', title: '<script>alert(1)</script>', authors: ['A & B'], coverUrl: null };

  test('a title with markup in it is text', async () => {
    const page = await shown(<TitleGrid titles={[title]} now={now} />);
    expect(page.html).not.toContain('<script>alert');
    expect(page.words).toContain('<script>alert(1)</script>');
    expect(page.words).toContain('A & B');
  });

  test('each is one link to its page, and the page is not fetched before it is wanted', async () => {
    const page = await shown(<TitleGrid titles={[title, { ...title, id: 't2' }]} now={now} />);
    expect(page.links.map(({ href }) => href)).toEqual(['/titles/t1', '/titles/t2']);
  });

  test('the first four covers come at once, the others when they are scrolled to', async () => {
    const many = Array.from({ length: 6 }, (_, place) => ({ ...title, id: `t${place}`, coverUrl: `/covers/${place}-480.webp` }));
    const images = (await shown(<TitleGrid titles={many} now={now} />)).all('img').map(({ attributes }) => attributes['loading']);
    expect(images.filter((loading) => loading === 'lazy')).toHaveLength(2);
  });
});

describe('a field of a form', () => {
  const kinds = [['TextField', TextField, 'input'], ['TextArea', TextArea, 'textarea'], ['SelectField', SelectField, 'select'], ['CheckField', CheckField, 'input']] as const;

  test.each(kinds)('%s keeps what was typed, says what is wrong before it, and ties both to it', async (_, Field, tag) => {
    const page = await shown(<Field name="email" label="Alamat" hint="Boleh kosong" error="Alamat ini bukan alamat" {...(tag === 'select' ? {} : { defaultValue: 'budi@' })} />);
    const [field] = page.all(tag);
    const id = field?.attributes['id'] ?? '';
    expect(field?.attributes['aria-invalid']).toBe('true');
    expect(field?.attributes['aria-describedby']).toBe(`${id}-hint ${id}-error`);
    expect(page.html).toContain(`id="${id}-error"`);
    expect(page.html).toContain(`for="${id}"`);
    if (tag !== 'select') expect(page.html).toContain('budi@');
    expect(page.words).toContain('Alamat ini bukan alamat');
  });

  test.each(kinds.map(([name, Field]) => [name, Field] as const))('%s without a problem says nothing of one', async (_, Field) => {
    const page = await shown(<Field name="email" label="Alamat" />);
    expect(page.html).not.toMatch(/aria-invalid=|aria-describedby=|-error"/);
  });

  test('two forms of a page may ask for the same name: their labels name their own field', async () => {
    const page = await shown(<><TextField name="reason" label="Satu" /><TextField name="reason" label="Dua" /></>);
    const ids = page.all('input').map(({ attributes }) => attributes['id']);
    expect(new Set(ids).size).toBe(2);
    expect(page.all('label').map(({ attributes }) => attributes['for'])).toEqual(ids);
  });
});

describe('why a form was not taken', () => {
  const problem = { status: 409, code: 'email-taken', title: 'Alamat sudah dipakai', detail: 'Masuk dengan alamat itu.' };

  test('is said in the library’s own words, announced, and can take the focus', async () => {
    const page = await shown(<FormProblem problem={problem} />);
    expect(page.words).toBe('Alamat sudah dipakai Masuk dengan alamat itu.');
    expect(page.html).toContain('role="alert"');
    expect(page.html).toContain('tabindex="-1"');
  });

  test('a network that is gone is the network’s fault', async () => {
    expect((await shown(<FormProblem problem="network" />)).words).toBe('Sambungan terputus Periksa jaringan Anda, lalu coba lagi.');
  });

  test('an answer without words is our fault, and never an empty box', async () => {
    expect((await shown(<FormProblem problem={{ status: 500, code: 'unexpected', title: '', detail: '' }} />)).words).toBe('Ada yang tidak berjalan Ini kesalahan kami, bukan Anda. Yang sudah tersimpan tetap aman.');
  });

  test('nothing wrong, nothing said', async () => {
    expect((await shown(<FormProblem problem={null} />)).html).toBe('');
  });
});

describe('a notice', () => {
  test.each([['problem', 'alert'], ['done', 'status'], ['info', 'status'], ['turn', 'status']] as const)('that appears is announced: %s as %s', async (kind, role) => {
    expect((await shown(<Notice kind={kind} live title="Kabar" />)).html).toContain(`role="${role}"`);
  });

  test('that was there from the start is not', async () => {
    expect((await shown(<Notice kind="problem" title="Kabar" />)).html).not.toContain('role=');
  });
});

describe('without JavaScript a form that came back says what was refused', () => {
  test.each(['no-copy-available', 'loan-limit-reached', 'away'] as const)('%s', async (code) => {
    for (const locale of ['id', 'en'] as const) expect((await shown(<RefusedBefore code={code} />, { locale })).words).toBe(messages[locale].refusals[code].title);
  });

  test.each([undefined, '', 'nonsense', 'toString', '__proto__', '<b>'])('an address that somebody wrote says nothing: %s', async (code) => {
    expect((await shown(<RefusedBefore code={code} />)).html).toBe('');
  });
});

describe('empty places', () => {
  test('say what the place is for and the way to fill it', async () => {
    const page = await shown(<EmptyState title="Rak Anda masih kosong" action={<a href="/">Lihat koleksi</a>}>Buku yang Anda pinjam tampil di sini.</EmptyState>);
    expect(page.words).toBe('Rak Anda masih kosong Buku yang Anda pinjam tampil di sini. Lihat koleksi');
  });

  test('when the records are away, one way leads back to this very page', async () => {
    const page = await shown(<Away retryHref="/titles/t1?x=1" />);
    expect(page.links).toEqual([{ href: '/titles/t1?x=1', words: 'Coba lagi' }]);
    expect(page.all('h1')).toHaveLength(1);
  });
});

describe('a list that goes on', () => {
  test.each([
    [null, null, []],
    [null, '/?cursor=a', ['Berikutnya']],
    ['/', null, ['Halaman pertama']],
    ['/', '/?cursor=a', ['Halaman pertama', 'Berikutnya']],
  ] as const)('first %s, next %s: %j', async (firstHref, nextHref, words) => {
    expect((await shown(<Pagination firstHref={firstHref} nextHref={nextHref} />)).links.map((link) => link.words)).toEqual(words);
  });
});

describe('a table for staff', () => {
  test('has a caption that is read out, heads for its columns, and a box that the keyboard reaches', async () => {
    const page = await shown(<Table caption="Pinjaman" head={['Judul', 'Anggota']}><tr><td>a</td><td>b</td></tr></Table>);
    expect(page.all('caption').map(({ words }) => words)).toEqual(['Pinjaman']);
    expect(page.all('th').map(({ attributes, words }) => [attributes['scope'], words])).toEqual([['col', 'Judul'], ['col', 'Anggota']]);
    expect(page.html).toMatch(/role="region" aria-label="Pinjaman" tabindex="0"/i);
  });
});

describe('the four places', () => {
  test.each([
    ['/', '', 'Koleksi'], ['/', 'q=barito', 'Cari'], ['/', 'cari=1', 'Cari'], ['/titles/t1', '', 'Koleksi'], ['/shelf', '', 'Rak'],
    ['/account', '', 'Akun'], ['/account/devices', '', 'Akun'], ['/login', 'next=%2F', 'Akun'], ['/register', '', 'Akun'], ['/reset', '', 'Akun'],
  ])('%s?%s is in %s', async (path, query, place) => {
    for (const Bar of [BottomBar, TopPlaces]) {
      const here = (await shown(<Bar />, { path, query })).all('a').filter(({ attributes }) => attributes['aria-current'] === 'page').map(({ words }) => words);
      expect(here).toEqual([place]);
    }
  });

  test('staff pages are in none of them', async () => {
    expect((await shown(<BottomBar />, { path: '/admin' })).html).not.toContain('aria-current');
  });
});
