import { NothingHere } from '../_components/nothing-here';

/** Without the site's frame, as the book would have been. */
export default function NoBook() {
  return (
    <main className="mx-auto max-w-6xl px-4 py-10">
      <NothingHere />
    </main>
  );
}
