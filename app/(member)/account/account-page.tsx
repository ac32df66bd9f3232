import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon } from '@/app/_components/icon';
import { FormPage } from '../_components/form-page';

/** A page below the account: the way back, then its one form. */
export async function AccountPage(page: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className="mx-auto max-w-md">
        <Link href="/account" prefetch={false} className="tap -ml-2 mb-2 inline-flex items-center gap-1 rounded px-2 font-semibold text-leaf hover:bg-leaf-soft">
          <Icon name="left" className="size-5" />
          {(await getTranslations('account.home'))('back')}
        </Link>
      </div>
      <FormPage {...page} />
    </>
  );
}
