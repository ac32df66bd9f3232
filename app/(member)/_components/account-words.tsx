import type { ReactNode } from 'react';
import { Words } from '@/app/_components/words';

/** For the forms about one's account; the shelf does without. */
export function AccountWords({ children }: { children: ReactNode }) {
  return <Words areas={['account']}>{children}</Words>;
}
