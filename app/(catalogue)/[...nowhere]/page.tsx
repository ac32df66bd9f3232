import { notFound } from 'next/navigation';
import { orAway } from '@/app/_components/or-away';

/** Any address that is nobody's: within the site's frame, which the one for all groups would not have. */
export default orAway(Nowhere);

async function Nowhere(): Promise<never> {
  notFound();
}
