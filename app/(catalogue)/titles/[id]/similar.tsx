import { getTranslations } from 'next-intl/server';
import { coverUrl } from '@/lib/http/views/lending';
import { findSimilarTitles } from '@/lib/operations/catalogue/find-similar-titles';
import { TitleGrid } from '@/app/_components/title-grid';

/** Where the answer is "not now": others like it that can be had at once. Only there does the page pay for a third round trip. */
export async function Similar({ titleId, memberId }: { titleId: string; memberId: string | null }) {
  const similar = await findSimilarTitles(titleId, { memberId, limit: 4 });
  if (similar === null) return null;
  const t = await getTranslations('catalogue');
  return (
    <section aria-labelledby="serupa" className="mt-8 border-t border-line pt-6">
      <h2 id="serupa" className="mb-4 text-xl font-bold">
        {t('similar')}
      </h2>
      <TitleGrid titles={similar.items.map((item) => ({ ...item, coverUrl: coverUrl(item.coverHash) }))} now={similar.now} columns="four" />
    </section>
  );
}
