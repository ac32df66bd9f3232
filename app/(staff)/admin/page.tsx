import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { requireCaller } from '@/lib/http/session';
import { readOverview } from '@/lib/operations/statistics/read-overview';
import { orAway } from '@/app/_components/or-away';
import { Figures } from './_overview/figures';
import { Machinery } from './_overview/machinery';
import { VisitsChart } from './_overview/visits-chart';
import { WantedTitles } from './_overview/wanted-titles';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.overview'))('title') };
}

export default orAway(OverviewPage);

async function OverviewPage() {
  await requireCaller('librarian', '/admin');
  const t = await getTranslations('staff.overview');
  const states = await getTranslations('staff.loans.states');
  const { at, now, today, endedToday, days, wanted, autoReturn, backupMadeAt } = await readOverview();
  const ended = (state: keyof typeof endedToday) => ({ name: states(state), count: endedToday[state] });
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <Figures
        figures={[
          { name: t('loansNow'), count: now.activeLoans, href: '/admin/loans?state=active' },
          { name: t('waiting'), count: now.waitingHolds },
          { name: t('ready'), count: now.readyHolds },
          { name: t('titles'), count: now.titles, href: '/admin/titles' },
          { name: t('members'), count: now.members, href: '/admin/members' },
        ]}
      />
      <div className="mt-8 grid gap-8 lg:grid-cols-2">
        <Section title={t('today')}>
          <Figures figures={[{ name: t('visits'), count: today?.visits ?? 0 }, { name: t('borrows'), count: today?.borrows ?? 0 }, { name: t('turnaways'), count: today?.turnaways ?? 0 }]} />
        </Section>
        <Section title={t('endedToday')}>
          <Figures figures={[ended('returned'), ended('expired'), ended('revoked')]} />
        </Section>
      </div>
      <div className="mt-8 grid gap-8 lg:grid-cols-[3fr_2fr]">
        <Section title={t('visitsTitle')}>
          <VisitsChart days={days} />
        </Section>
        <Section title={t('machinery')}>
          <Machinery autoReturn={autoReturn} backupMadeAt={backupMadeAt} now={at} />
        </Section>
      </div>
      <Section title={t('wantedTitle')} className="mt-8">
        <WantedTitles titles={wanted} />
      </Section>
    </>
  );
}

function Section({ title, className = '', children }: { title: string; className?: string; children: ReactNode }) {
  return (
    <section className={`min-w-0 ${className}`}>
      <h2 className="mb-3 text-lg font-bold">{title}</h2>
      {children}
    </section>
  );
}
