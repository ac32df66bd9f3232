import { describe, expect, test } from '@jest/globals';
import type { ReactNode } from 'react';
import { SearchForm } from '@/app/(catalogue)/_components/search-form';
import { DeleteForm } from '@/app/(member)/account/delete/delete-form';
import { PasswordForm } from '@/app/(member)/account/password/password-form';
import { ProfileForm } from '@/app/(member)/account/profile/profile-form';
import { ForgotForm } from '@/app/(member)/forgot/forgot-form';
import { LogInForm } from '@/app/(member)/login/log-in-form';
import { RegisterForm } from '@/app/(member)/register/register-form';
import { ResetForm } from '@/app/(member)/reset/reset-form';
import { HoldDeeds } from '@/app/(staff)/admin/_components/hold-deeds';
import { ExtendForm } from '@/app/(staff)/admin/loans/_detail/extend-form';
import { RevokeForm } from '@/app/(staff)/admin/loans/_detail/revoke-form';
import { Actions, type ActedOn } from '@/app/(staff)/admin/members/_detail/actions';
import { DeskRegisterForm } from '@/app/(staff)/admin/members/new/desk-register-form';
import { CategoryForm } from '@/app/(staff)/admin/policy/category-form';
import { PolicyForm } from '@/app/(staff)/admin/policy/policy-form';
import { CopiesForm } from '@/app/(staff)/admin/titles/[id]/copies-form';
import { TermsForm } from '@/app/(staff)/admin/titles/[id]/terms-form';
import { WithdrawForm } from '@/app/(staff)/admin/titles/[id]/withdraw-form';
import { LicenceFields } from '@/app/(staff)/admin/titles/_licences/licence-fields';
import { WithdrawLicence } from '@/app/(staff)/admin/titles/_licences/withdraw-licence';
import { licenceModels } from '@/lib/domain/lending/licence';
import { titleQuestion } from '@/lib/domain/catalogue/title-question';
import type { CategoryPolicy, Policy } from '@/lib/domain/lending/policy';
import { shown, type Element, type Shown } from '../../support/shown';

const person = { name: 'Siti', email: 'siti@contoh.id', phone: null, birthDate: null, gender: null, guardianName: null, guardianPhone: null };
const member: ActedOn = { ...person, id: 'm1', memberNumber: 'PJ00012345', role: 'member', category: null, validUntil: '', emailVerified: false, phoneVerified: false, blocked: false };
const all = { change: true, setRole: true, block: true };
const policy = { loanPeriod: 'P3D', loanLimit: 5, holdLimit: 5, pickupWindow: 'P1D', renewalLimit: 1, renewalWindow: 'P1D', retention: 'P90D', forgivenPickups: 1, shorterLoans: null, unverifiedLimits: null } as unknown as Policy;
const children: CategoryPolicy = { category: 'anak', loanPeriod: 'P7D', loanLimit: 2, holdLimit: null, pickupWindow: 'PT36H', renewalLimit: 0, renewalWindow: null };
const emptyLicence = { model: 'perpetual', copies: '1', checkoutsLimit: '', expiresAt: '', loanDays: '', priceRupiah: '', vendor: '', orderNumber: '', note: '' } as Parameters<typeof LicenceFields>[0]['form'];
const facets = { languages: [{ value: 'id', count: 3 }], subjects: [{ value: 'Novel', count: 2 }] };

const forms: readonly (readonly [string, ReactNode])[] = [
  ['log-in', <LogInForm key="f" next="/shelf" typed="" refused={null} demoEmails={['anggota@pinjam.example', 'admin@pinjam.example']} />],
  ['register', <RegisterForm key="f" next="/" />],
  ['forgot', <ForgotForm key="f" />],
  ['reset', <ResetForm key="f" />],
  ['profile', <ProfileForm key="f" person={person} locale="id" emailNotices />],
  ['password', <PasswordForm key="f" memberNumber="PJ00012345" />],
  ['delete', <DeleteForm key="f" memberNumber="PJ00012345" />],
  ['search', <SearchForm key="f" question={titleQuestion({})} facets={facets} atOnce={false} />],
  ['revoke', <RevokeForm key="f" loanId="l1" />],
  ['extend', <ExtendForm key="f" loanId="l1" waiting={2} />],
  ['hold deeds', <HoldDeeds key="f" holdId="h1" isReady={false} />],
  ['member actions', <Actions key="f" member={member} may={all} />],
  ['desk registration', <DeskRegisterForm key="f" />],
  ['policy', <PolicyForm key="f" policy={policy} />],
  ['category', <CategoryForm key="f" said={null} />],
  ['terms of a title', <TermsForm key="f" id="t1" own={children} />],
  ['withdraw a title', <WithdrawForm key="f" id="t1" loans={2} holds={1} />],
  ['withdraw a licence', <WithdrawLicence key="f" titleId="t1" licenceId="l1" loans={2} offers={1} />],
  ['copies', <CopiesForm key="f" id="t1" copyCount={3} loanCount={2} offerCount={0} retiringCount={0} waitingCount={0} />],
];

const controls = (page: Shown) => ['input', 'select', 'textarea'].flatMap((tag) => page.all(tag)).filter(({ attributes }) => attributes['type'] !== 'hidden' && !('hidden' in attributes));
const named = (page: Shown, name: string): Element | undefined => controls(page).find(({ attributes }) => attributes['name'] === name);

describe.each(forms)('the form %s', (_, form) => {
  test('has a label for each control, and a button that sends it', async () => {
    const page = await shown(form);
    const labelled = new Set(page.all('label').map(({ attributes }) => attributes['for']));
    for (const { attributes } of controls(page)) {
      const inLabel = page.all('label').some(({ inner }) => inner.includes(`name="${attributes['name'] ?? ''}"`));
      expect({ name: attributes['name'], hasLabel: labelled.has(attributes['id']) || attributes['aria-label'] !== undefined || inLabel }).toEqual({ name: attributes['name'], hasLabel: true });
    }
    expect(page.all('button').some(({ attributes }) => attributes['type'] === 'submit')).toBe(true);
  });

  test('never writes a password into an address, also before its script has come', async () => {
    const page = await shown(form);
    for (const one of page.all('form')) if (/type="password"|name="password"/.test(one.inner)) expect(one.attributes['method']).toBe('post');
  });

  test('takes no more letters than the library does', async () => {
    for (const { attributes, tag } of controls(await shown(form))) {
      const isText = tag === 'textarea' || [undefined, '', 'text', 'search', 'email', 'tel', 'password'].includes(attributes['type']);
      if (tag !== 'select' && isText) expect({ name: attributes['name'], isBounded: Number(attributes['maxlength']) > 0 }).toEqual({ name: attributes['name'], isBounded: true });
    }
  });

  test('stands in both languages, each in its own words', async () => {
    const [id, en] = [await shown(form, { locale: 'id' }), await shown(form, { locale: 'en' })];
    expect(en.words).not.toBe(id.words);
    expect(en.words).not.toMatch(/\b(Anda|kata sandi|anggota baru|simpan|wajib|tidak)\b/i);
    expect(id.words).not.toMatch(/\b(your|password of|please|required|save)\b/i);
  });
});

describe('logging in', () => {
  const form = (more: Partial<Parameters<typeof LogInForm>[0]> = {}) => shown(<LogInForm next="/titles/t1" typed="" refused={null} demoEmails={null} {...more} />);

  test('works without JavaScript: a plain form that says where to go on', async () => {
    const page = await form();
    expect(page.all('form')[0]?.attributes).toMatchObject({ method: 'post', action: '/api/auth/callback/credentials' });
    expect(page.all('input').find(({ attributes }) => attributes['name'] === 'callbackUrl')?.attributes['value']).toBe('/titles/t1');
  });

  test('keeps what was typed, never the password, and says why not', async () => {
    const page = await form({ typed: 'siti@contoh.id', refused: { title: 'Tidak cocok', detail: 'Periksa lagi.' } });
    expect(named(page, 'identifier')?.attributes['value']).toBe('siti@contoh.id');
    expect(named(page, 'password')?.attributes['value']).toBeUndefined();
    expect(page.words).toContain('Tidak cocok Periksa lagi.');
    expect(page.html).toContain('role="alert"');
  });

  test('lets a password manager do its work', async () => {
    const page = await form();
    expect([named(page, 'identifier')?.attributes['autocomplete'], named(page, 'password')?.attributes['autocomplete']]).toEqual(['username', 'current-password']);
  });

  test('names the demonstration’s accounts in a demonstration only', async () => {
    expect((await form()).words).not.toContain('pinjam-demo');
    const page = await form({ demoEmails: ['anggota@pinjam.example', 'pustakawan@pinjam.example', 'admin@pinjam.example'] });
    expect(page.words).toContain('pinjam-demo');
    expect(page.all('li')).toHaveLength(3);
  });
});

describe('who registers', () => {
  test('is asked for a name and a password; all else is free to leave out', async () => {
    const required = controls(await shown(<RegisterForm next="/" />)).filter(({ attributes }) => 'required' in attributes).map(({ attributes }) => attributes['name']);
    expect(required).toEqual(['name', 'password', 'consent']);
  });

  test('and is a child is asked for a guardian; a grown-up is not', async () => {
    const year = new Date().getUTCFullYear();
    const guardian = async (birthDate: string | null) => named(await shown(<ProfileForm person={{ ...person, birthDate }} locale="id" emailNotices />), 'guardianName') !== undefined;
    expect([await guardian(null), await guardian(`${year - 10}-01-01`), await guardian(`${year - 40}-01-01`)]).toEqual([false, true, false]);
  });
});

describe('what the desk may do', () => {
  const summaries = async (may: typeof all, more: Partial<ActedOn> = {}) => (await shown(<Actions member={{ ...member, ...more }} may={may} />)).all('summary').map(({ words }) => words);

  test('a librarian looks after members, an admin sets roles', async () => {
    const [librarian, admin] = [await summaries({ ...all, setRole: false }), await summaries(all)];
    expect(admin.length).toBe(librarian.length + 1);
  });

  test('who may change nothing sees no form, and why', async () => {
    const page = await shown(<Actions member={member} may={{ change: false, setRole: false, block: false }} />);
    expect(page.all('form')).toHaveLength(0);
    expect(page.words.length).toBeGreaterThan(20);
  });

  test('a blocked member can be freed at once, another can be blocked', async () => {
    expect((await summaries(all)).length).toBe((await summaries(all, { blocked: true })).length + 1);
  });

  test('an account is deleted by who writes its number, and no one is deleted by a slip', async () => {
    const page = await shown(<DeleteForm memberNumber="PJ00012345" />);
    expect('required' in (named(page, 'confirmation')?.attributes ?? {})).toBe(true);
    expect(page.words.replace(/\s/g, '')).toContain('PJ00012345');
    expect(page.buttons).toEqual(['Hapus akun saya']);
  });
});

describe('the licence form asks for what the chosen model has, and for nothing else', () => {
  const asked = async (model: (typeof licenceModels)[number]) => controls(await shown(<LicenceFields form={{ ...emptyLicence, model }} onChange={() => undefined} />)).map(({ attributes }) => attributes['name']);
  test.each([
    ['perpetual', { copies: true, checkoutsLimit: false, expiresAt: false }],
    ['metered-by-time', { copies: true, checkoutsLimit: false, expiresAt: true }],
    ['metered-by-loans', { copies: true, checkoutsLimit: true, expiresAt: false }],
    ['metered-by-both', { copies: true, checkoutsLimit: true, expiresAt: true }],
    ['bundle', { copies: true, checkoutsLimit: true }],
    ['simultaneous-use', { copies: false }],
  ] as const)('%s', async (model, expected) => {
    const names = await asked(model);
    for (const [field, isAsked] of Object.entries(expected)) expect({ field, isAsked: names.includes(field) }).toEqual({ field, isAsked });
  });

  test('the chosen model is explained in both languages', async () => {
    for (const model of licenceModels) for (const locale of ['id', 'en'] as const) expect((await shown(<LicenceFields form={{ ...emptyLicence, model }} onChange={() => undefined} />, { locale })).html).toMatch(/-hint" class="[^"]*">[^<]{10,}/);
  });
});

describe('searching', () => {
  const form = (asked: Parameters<typeof titleQuestion>[0]) => shown(<SearchForm question={titleQuestion(asked)} facets={facets} atOnce={false} />);

  test('keeps in the form what stands in the address', async () => {
    const page = await form({ q: 'sungai "barito"', language: 'id', subject: 'Novel', available: true, sort: 'title' });
    expect(named(page, 'q')?.attributes['value']).toBe('sungai "barito"');
    for (const value of ['id', 'Novel', 'title']) expect(page.html).toContain(`<option value="${value}" selected="">`);
    expect('checked' in (named(page, 'available')?.attributes ?? {})).toBe(true);
  });

  test('what was chosen stays among the choices, also when nothing of it was found', async () => {
    expect((await form({ subject: 'Astronomi' })).html).toContain('<option value="Astronomi" selected="">');
  });

  test('offers to sort by fit only when there are words', async () => {
    expect((await form({})).html).not.toContain('value="relevance"');
    expect((await form({ q: 'barito' })).html).toContain('value="relevance"');
  });

  test('says how many filters are on, and opens them', async () => {
    expect((await form({ language: 'id', available: true })).html).toMatch(/<details[^>]* open=""/);
    expect((await form({ q: 'barito' })).html).not.toMatch(/<details[^>]* open=""/);
  });
});

describe('the policy form', () => {
  test('shows each value in the unit in which people say it', async () => {
    const page = await shown(<PolicyForm policy={policy} />);
    expect(named(page, 'loanPeriod.amount')?.attributes['value']).toBe('3');
    expect(named(page, 'retention.amount')?.attributes['value']).toBe('90');
    expect(named(page, 'loanLimit')?.attributes['value']).toBe('5');
    expect(page.html).not.toMatch(/value="P\d/);
  });

  test('asks for limits of the unverified only when they have some', async () => {
    expect(named(await shown(<PolicyForm policy={policy} />), 'unverifiedLoanLimit')).toBeUndefined();
    expect(named(await shown(<PolicyForm policy={{ ...policy, unverifiedLimits: { loanLimit: 2, holdLimit: 3 } } as Policy} />), 'unverifiedLoanLimit')?.attributes['value']).toBe('2');
  });
});

describe('the rules of a category and of a title', () => {
  const values = (page: Shown) => Object.fromEntries(controls(page).map(({ attributes }) => [attributes['name'], attributes['value']]));

  test('a length is shown in days, what is no whole number of days as it was written, and what is not said as nothing', async () => {
    expect(values(await shown(<CategoryForm said={children} />))).toEqual({ loanPeriod: '7', pickupWindow: 'PT36H', renewalWindow: '', loanLimit: '2', holdLimit: '', renewalLimit: '0' });
  });

  test('a title says nothing about how many loans and holds a member has', async () => {
    expect(values(await shown(<TermsForm id="t1" own={children} />))).toEqual({ loanPeriod: '7', pickupWindow: 'PT36H', renewalWindow: '', renewalLimit: '0' });
  });

  test('two categories on one page have labels of their own', async () => {
    const labels = (await shown([children, { ...children, category: 'guru' }].map((said) => <CategoryForm key={said.category} said={said} />))).all('label').map(({ attributes }) => attributes['for']);
    expect(new Set(labels).size).toBe(12);
  });
});

test('what becomes of the loans of what is withdrawn is asked only where some run', async () => {
  const choicesOf = async (form: ReactNode) => (await shown(form)).all('input').filter(({ attributes }) => attributes['name'] === 'loans').map(({ attributes }) => attributes['value']);
  for (const [loans, choices] of [[1, ['run-out', 'end']], [0, []]] as const) {
    expect(await choicesOf(<WithdrawForm id="t1" loans={loans} holds={0} />)).toEqual(choices);
    expect(await choicesOf(<WithdrawLicence titleId="t1" licenceId="l1" loans={loans} offers={0} />)).toEqual(choices);
  }
});

test('a hold whose turn it is cannot be moved up any more', async () => {
  const deeds = async (isReady: boolean) => (await shown(<HoldDeeds holdId="h1" isReady={isReady} />)).all('option').map(({ attributes }) => attributes['value']);
  expect([await deeds(false), await deeds(true)]).toEqual([['move', 'cancel'], ['cancel']]);
});

test('who waits stands beside the button that makes them wait longer', async () => {
  expect((await shown(<ExtendForm loanId="l1" waiting={2} />)).words).toContain('2 anggota menunggu judul ini.');
  expect((await shown(<ExtendForm loanId="l1" waiting={0} />)).words).toContain('Tidak ada yang menunggu judul ini.');
});
