import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { environment } from '@/lib/config/environment';
import { libraryDayOf, startOfLibraryDay } from '@/lib/domain/library-time';
import { month as monthSchema } from '@/lib/http/schemas/stats';
import { requireCaller } from '@/lib/http/session';
import { formatDay, formatInstant, formatMonth, formatNumber } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { readClock } from '@/lib/operations/lending/read-clock';
import { readRekap } from '@/lib/operations/statistics/read-rekap';
import { orAway } from '@/app/_components/or-away';
import { MonthBar } from './month-bar';
import { PaperTable } from './paper-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.rekap'))('title') };
}

const booksOnPaper = 40;

/** The month on paper: visits, borrowers and books, returns by cause. */
export default orAway(RekapPage);

async function RekapPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  await requireCaller('librarian', '/admin/rekap');
  const t = await getTranslations('staff.rekap');
  const locale = chooseLocale(await getLocale(), null);
  const { TIME_ZONE } = environment();
  const now = await readClock();
  const thisMonth = libraryDayOf(now, TIME_ZONE).slice(0, 7);
  const asked = monthSchema.safeParse((await searchParams)['month']);
  const month = asked.success ? asked.data : thisMonth;
  const { totals, borrowers, days, books } = await readRekap(month);
  const number = (count: number) => formatNumber(count, locale);
  const ends = (figures: Ends) => [figures.returned, figures.expired, figures.revoked].map(number);
  const c = await getTranslations('staff.rekap.columns');
  const causes = [c('returned'), c('expired'), c('revoked')];
  return (
    <>
      <MonthBar month={month} thisMonth={thisMonth} />
      <article className="mx-auto max-w-4xl print:max-w-none print:text-[10pt]">
        <h1 className="text-2xl font-bold">{t('heading', { month: formatMonth(startOfLibraryDay(`${month}-01`, TIME_ZONE), locale) })}</h1>
        {month === thisMonth && <p className="text-ink-soft">{t('soFar', { at: formatInstant(now, locale) })}</p>}
        <dl className="mt-4 grid gap-4 sm:grid-cols-3 print:grid-cols-3">
          <Output name={t('outputs.visits')} count={number(totals.visits)} text={t('visitsText')} />
          <Output name={t('outputs.borrowersAndBooks')} count={`${number(borrowers)} · ${number(books.length)}`} text={t('borrowersText', { borrowers, borrows: totals.borrows, books: books.length })} />
          <Output name={t('outputs.returns')} count={number(totals.returned + totals.expired + totals.revoked)} text={causes.map((cause, index) => `${cause} ${ends(totals)[index]}`).join(' · ')} />
        </dl>
        <div className="mt-6 space-y-6">
          <PaperTable
            caption={t('daysCaption')}
            head={[c('day'), c('visits'), c('borrowers'), c('borrows'), ...causes]}
            rows={days.map((day) => [formatDay(startOfLibraryDay(day.day, TIME_ZONE), locale), number(day.visits), number(day.borrowers), number(day.borrows), ...ends(day)])}
            foot={[t('total'), number(totals.visits), number(borrowers), number(totals.borrows), ...ends(totals)]}
          />
          {books.length === 0 && <p>{t('booksNone')}</p>}
          {books.length > 0 && (
            <PaperTable
              caption={t('booksCaption')}
              head={[c('title'), c('borrows'), c('borrowers'), ...causes]}
              rows={books.slice(0, booksOnPaper).map((book) => [book.title, number(book.borrows), number(book.borrowers), ...ends(book)])}
            />
          )}
          {books.length > booksOnPaper && <p className="text-sm">{t('booksMore', { count: books.length - booksOnPaper })}</p>}
        </div>
        <Signatures place={t('place')} lines={[t('made'), t('known')]} />
      </article>
    </>
  );
}

type Ends = { readonly returned: number; readonly expired: number; readonly revoked: number };

function Output({ name, count, text }: { name: string; count: string; text: string }) {
  return (
    <div className="break-inside-avoid rounded border border-line p-3">
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd>
        <span className="block text-2xl font-bold tabular-nums">{count}</span>
        <span className="text-sm">{text}</span>
      </dd>
    </div>
  );
}

/** Blank lines to sign on; only on paper. */
function Signatures({ place, lines }: { place: string; lines: readonly string[] }) {
  return (
    <div className="mt-10 hidden break-inside-avoid print:block">
      <p className="mb-4 text-right">{place}: ......................................</p>
      <div className="grid grid-cols-2 gap-12">
        {lines.map((line) => (
          <p key={line}>
            {line}
            <span className="mt-16 block border-t border-ink">&nbsp;</span>
          </p>
        ))}
      </div>
    </div>
  );
}
