import { notFound } from 'next/navigation';

/** Any address that is nobody's: within the site's frame, which the one for all groups would not have. */
export default function Nowhere() {
  notFound();
}
