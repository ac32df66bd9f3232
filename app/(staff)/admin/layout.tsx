import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { orAway } from '@/app/_components/or-away';
import { requireCaller } from '@/lib/http/session';
import { StaffPlaces } from './staff-places';

/** Every page below is for librarians, whatever the page itself forgets; the way back after log-in is the page asked for. */
export default orAway(StaffLayout);

async function StaffLayout({ children }: { children: ReactNode }) {
  const caller = await requireCaller('librarian', (await headers()).get('x-pinjam-path') ?? '/admin');
  return (
    <>
      <StaffPlaces isAdmin={caller.role === 'admin'} />
      {children}
    </>
  );
}
