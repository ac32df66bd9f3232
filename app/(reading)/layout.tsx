import type { ReactNode } from 'react';
import { Words } from '@/app/_components/words';

/** The book fills the window: no frame of the site around it. */
export default function Layout({ children }: { children: ReactNode }) {
  return <Words areas={['reader']}>{children}</Words>;
}
