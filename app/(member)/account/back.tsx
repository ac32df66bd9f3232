import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Icon } from '@/app/_components/icon';

export async function BackToAccount() {
  return (
    <Link href="/account" prefetch={false} className="tap -ml-2 mb-2 inline-flex items-center gap-1 rounded px-2 font-semibold text-leaf hover:bg-leaf-soft">
      <Icon name="left" className="size-5" />
      {(await getTranslations('account.home'))('back')}
    </Link>
  );
}
