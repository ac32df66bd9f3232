import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { Button } from '@/app/_components/button';
import type { TitleState } from '@/lib/operations/catalogue/list-staff-titles';

export type TitleFilter = { readonly words: string; readonly state: TitleState | null; readonly cursor: string | undefined };

const states = ['published', 'draft', 'withdrawn'] as const satisfies readonly TitleState[];

/** The filter as it stands in the address; what is not understood is left out. */
export function filterOf(query: Record<string, string | string[] | undefined>): TitleFilter {
  const one = (name: string) => [query[name]].flat()[0];
  return { words: (one('q') ?? '').replaceAll('\0', '').trim().slice(0, 200), state: states.find((state) => state === one('state')) ?? null, cursor: one('cursor') };
}

export function addressOf({ words, state, cursor }: TitleFilter): string {
  const query = new URLSearchParams({ ...(words === '' ? {} : { q: words }), ...(state === null ? {} : { state }), ...(cursor === undefined ? {} : { cursor }) });
  return query.size === 0 ? '/admin/titles' : `/admin/titles?${query}`;
}

/** Search and the states with their numbers; plain links and a plain form, so that both stand in the address. */
export async function TitlesFilter({ filter, counts }: { filter: TitleFilter; counts: Readonly<Record<TitleState, number>> }) {
  const t = await getTranslations('collection.list');
  const all = counts.published + counts.draft + counts.withdrawn;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3">
      <form action="/admin/titles" className="flex min-w-0 flex-1 basis-72 gap-2" role="search">
        <input type="search" name="q" defaultValue={filter.words} aria-label={t('search')} placeholder={t('search')} className="tap w-full min-w-0 rounded border border-edge bg-card px-3 py-2 placeholder:text-ink-soft" />
        {filter.state !== null && <input type="hidden" name="state" value={filter.state} />}
        <Button type="submit">{t('searchButton')}</Button>
      </form>
      <nav aria-label={t('states')}>
        <ul className="flex flex-wrap sm:gap-1">
          {[null, ...states].map((state) => (
            <li key={state ?? 'all'}>
              <Link href={addressOf({ ...filter, state, cursor: undefined })} prefetch={false} aria-current={filter.state === state ? 'true' : undefined} className="tap inline-flex items-center gap-1.5 rounded px-2 font-semibold sm:px-3 text-ink-soft hover:bg-sunk aria-[current]:bg-leaf-soft aria-[current]:text-leaf">
                {t(state ?? 'all')}
                <span className="text-sm tabular-nums">{state === null ? all : counts[state]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
