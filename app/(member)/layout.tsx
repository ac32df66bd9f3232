import type { ReactNode } from 'react';
import { SiteFrame } from '@/app/_components/site-frame';
import { Words } from '@/app/_components/words';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Words areas={['account', 'shelf']}>
      <SiteFrame>{children}</SiteFrame>
    </Words>
  );
}
