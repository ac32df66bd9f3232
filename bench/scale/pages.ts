import { Client } from '../client';
import { type Finding, type Pace, paceOf, rounded } from '../measure';
import { pool } from '@/lib/adapters/postgres/pool';
import { loggedIn, someMembers } from '../people';
import { hasCorpora, queries } from '../records';
import { fillLibrary } from './fill';
import { district, largeLibrary, type LibrarySize } from './size';

const seconds = 8;
/** One caller: what one person waits for, without a queue before them. */
const callers = 1;

type Paces = Readonly<Record<'title page' | 'shelf' | 'loan database' | 'loan database, one member' | 'overview' | 'search', Pace>>;

/** The p95 of what people open most, in a large library beside a hundredth of it. */
export async function pagesAtScale(origin: string, databaseUrl: string): Promise<Finding[]> {
  const large = largeLibrary();
  const small = await pacesAt(origin, databaseUrl, district);
  const grown = await pacesAt(origin, databaseUrl, large);
  const beside = `at ${district.titles} titles`;
  return (Object.keys(grown) as (keyof Paces)[]).map((what) => ({
    what: `${what}, p95 at ${large.titles} titles, ${large.members} members, ${large.endedLoans} ended loans`,
    value: rounded(grown[what].p95Ms), unit: 'ms', beside, besideValue: rounded(small[what].p95Ms), ratio: rounded(grown[what].p95Ms / small[what].p95Ms),
    aim: what === 'search' ? 'at most 4' : 'at most 2',
  }));
}

async function pacesAt(origin: string, databaseUrl: string, size: LibrarySize): Promise<Paces> {
  const from = performance.now();
  await fillLibrary(databaseUrl, size);
  console.log(`filled up to ${size.titles} titles in ${rounded((performance.now() - from) / 1000)} s`);
  const titles = (await pool().query<{ titleId: string }>('SELECT "titleId" FROM bench_copy WHERE n % 2 = 0 ORDER BY md5(n::text) LIMIT 500')).rows.map((row) => row.titleId);
  const anybody = new Client(origin);
  const librarian = new Client(origin);
  await librarian.logIn('pustakawan@pinjam.example', 'pinjam-demo');
  const [member] = await loggedIn(origin, [await aBusyMember()]);
  if (member === undefined) throw new Error('nobody to look');
  const words = hasCorpora() ? queries() : ['sungai', 'penulis'];
  const numbers = (await pool().query<{ memberNumber: string }>(`SELECT "memberNumber" FROM "Member" m JOIN bench_member b ON b.id = m."id" ORDER BY b.n LIMIT 100`)).rows;
  const paces: Paces = {
    'title page': await opening(anybody, (turn) => `/titles/${titles[turn % titles.length] ?? ''}`),
    'shelf': await opening(member, () => '/shelf'),
    'loan database': await opening(librarian, (turn) => ['/admin/loans', '/admin/loans?state=active', '/admin/loans?state=expired'][turn % 3] ?? ''),
    'loan database, one member': await opening(librarian, (turn) => `/admin/loans?member=${numbers[turn % numbers.length]?.memberNumber ?? ''}`),
    'overview': await opening(librarian, () => '/admin'),
    'search': await opening(anybody, (turn) => `/api/titles?q=${encodeURIComponent(words[turn % words.length] ?? '')}`),
  };
  for (const client of [anybody, librarian, member]) client.close();
  return paces;
}

async function opening(client: Client, address: (turn: number) => string): Promise<Pace> {
  return paceOf(callers, seconds, async (_, turn) => {
    const path = address(turn);
    const { status } = await client.call('GET', path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  });
}

/** Somebody with five running loans and thirty ended ones. */
async function aBusyMember(): Promise<{ id: string; memberNumber: string }> {
  const [made] = await someMembers(1);
  if (made === undefined) throw new Error('no member was made');
  await pool().query(`UPDATE "Loan" SET "memberId" = $1 WHERE "id" IN (SELECT "id" FROM "Loan" WHERE "memberId" IS NOT NULL AND "state" <> 'active' LIMIT 30)`, [made.id]);
  await pool().query(`UPDATE "Loan" SET "memberId" = $1 WHERE "id" IN (SELECT DISTINCT ON ("titleId") "id" FROM "Loan" WHERE "state" = 'active' ORDER BY "titleId" LIMIT 5)`, [made.id]);
  return made;
}
