import pg from 'pg';
import type { Page } from 'playwright-core';
import { aPublishedTitle, librarian } from './api-client';
import { libraryDatabaseUrl } from './page';

export type Who = 'nobody' | 'anggota@pinjam.example' | 'anggota2@pinjam.example' | 'pustakawan@pinjam.example' | 'admin@pinjam.example';
export type PageToSee = { readonly who: Who; readonly path: string; readonly state?: string; readonly prepare?: (page: Page) => Promise<void> };

/** A title and a member that nobody has: the page that is not there, in the frame of each part. */
export const nowhere = '00000000-0000-4000-8000-000000000000';

const openAll = (page: Page) => page.evaluate(() => document.querySelectorAll('details').forEach((panel) => (panel.open = true)));

/** Every page there is, in its states, as the demonstration has them and three titles of our own: in draft, withdrawn, with its file replaced. */
export async function everyPage(): Promise<readonly PageToSee[]> {
  const { waited, free, mine, turn, loan, anyLoan, member } = await idsOfTheDemonstration();
  const draft = await aPublishedTitle(1, 'Sebuah Draf', undefined, { published: false });
  const withdrawn = await aPublishedTitle(1, 'Sudah Ditarik');
  await (await librarian()).call('POST', `/api/admin/titles/${withdrawn}/withdrawal`, { reason: 'Lisensi habis' });
  const nobody = ['/', '/?q=sungai', '/?cari=1', '/?q=zzxxqqwwy', '/?q=sungaii%20menghapal', '/?available=true&language=id&sort=title', `/titles/${free}`, `/titles/${waited}`, '/login', '/register', '/forgot', '/reset', '/login?error=CredentialsSignin', `/titles/${nowhere}`, '/verify'];
  const anggota = ['/', '/shelf', `/titles/${mine}`, `/titles/${turn}`, `/titles/${waited}`, `/titles/${waited}?refused=no-copy-available`, '/account', '/account/profile', '/account/password', '/account/devices', '/account/delete', `/read/${loan}`];
  const pustakawan = ['/admin', '/admin/titles', '/admin/titles?q=zzxx', '/admin/titles/new', `/admin/titles/${draft}`, `/admin/titles/${withdrawn}`, '/admin/loans', '/admin/loans?state=ended&member=tidak-ada', '/admin/members', '/admin/members?q=zzzz', '/admin/members/new', '/admin/rekap', '/admin/maintenance', `/admin/members/${nowhere}`];
  const as = (who: Who, paths: readonly string[]) => paths.map((path): PageToSee => ({ who, path }));
  return [
    ...as('nobody', nobody),
    { who: 'nobody', path: '/login', state: 'refused', prepare: refusedLogIn },
    { who: 'nobody', path: '/register', state: 'with errors', prepare: refusedRegistration },
    ...as('anggota@pinjam.example', anggota),
    { who: 'anggota2@pinjam.example', path: '/shelf', state: 'a suspended hold', prepare: openAll },
    ...as('pustakawan@pinjam.example', pustakawan),
    { who: 'pustakawan@pinjam.example', path: `/admin/loans?loan=${anyLoan}`, state: 'panel open', prepare: openAll },
    { who: 'pustakawan@pinjam.example', path: `/admin/titles/${waited}`, state: 'forms open', prepare: openAll },
    { who: 'admin@pinjam.example', path: `/admin/members/${member}`, state: 'forms open', prepare: openAll },
    { who: 'admin@pinjam.example', path: '/admin/policy' },
    { who: 'admin@pinjam.example', path: '/admin/outages' },
    { who: 'admin@pinjam.example', path: '/admin/outages?from=2026-10-01T08%3A00&until=2026-10-31T17%3A00&reason=Jaringan' },
    { who: 'admin@pinjam.example', path: '/admin/outages?from=2026-10-02T08%3A00&until=2026-10-01T17%3A00', state: 'with errors' },
  ];
}

async function refusedLogIn(page: Page): Promise<void> {
  await page.locator('[name=identifier]').fill('PJ999999');
  await page.locator('[name=password]').fill('salah-sekali');
  await page.keyboard.press('Enter');
  await page.locator('[data-problem]').waitFor();
}

async function refusedRegistration(page: Page): Promise<void> {
  await page.locator('[name=name]').fill('Budi');
  await page.locator('[name=birthDate]').fill('2015-01-01');
  await page.locator('[name=phone]').fill('0812');
  await page.locator('[name=password]').fill('kapal-kertas-9');
  await page.locator('main [type=checkbox]').first().check();
  await page.locator('main form [type=submit]').first().click();
  await page.locator('[aria-invalid=true]').first().waitFor();
}

type Ids = Record<'waited' | 'free' | 'mine' | 'turn' | 'loan' | 'anyLoan' | 'member', string>;

async function idsOfTheDemonstration(): Promise<Ids> {
  const client = new pg.Client({ connectionString: libraryDatabaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Ids>(`WITH me AS (SELECT "id" FROM "Member" WHERE "email" = 'anggota@pinjam.example'),
      mine AS (SELECT "id", "titleId" FROM "Loan" WHERE "memberId" = (SELECT "id" FROM me) AND "state" = 'active' AND "dueAt" > lending_now() ORDER BY "dueAt" LIMIT 1)
      SELECT (SELECT "id" FROM me) AS "member", (SELECT "id" FROM mine) AS "loan", (SELECT "titleId" FROM mine) AS "mine",
        (SELECT "titleId" FROM "Hold" WHERE "state" = 'waiting' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) AS "waited",
        (SELECT "titleId" FROM "Hold" WHERE "memberId" = (SELECT "id" FROM me) AND "state" = 'ready' LIMIT 1) AS "turn",
        (SELECT "id" FROM "Title" t WHERE "publishedAt" IS NOT NULL AND "withdrawnAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "Hold" h WHERE h."titleId" = t."id" AND h."state" IN ('waiting', 'ready'))
          AND (SELECT count(*) FROM "Copy" c WHERE c."titleId" = t."id") > (SELECT count(*) FROM "CopyUse" u WHERE u."titleId" = t."id" AND u."until" > lending_now()) ORDER BY "createdAt", "id" LIMIT 1) AS "free",
        (SELECT "id" FROM "Loan" WHERE "state" = 'active' ORDER BY "borrowedAt", "id" LIMIT 1) AS "anyLoan"`);
    const ids = rows[0];
    if (ids === undefined || Object.values(ids).some((id) => id === null)) throw new Error(`the demonstration lacks something: ${JSON.stringify(ids)}`);
    return ids;
  } finally {
    await client.end();
  }
}
