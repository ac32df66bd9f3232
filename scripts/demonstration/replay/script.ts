import { addMs, day, hour, minute } from '@/lib/domain/time';
import type { Book } from '../book';
import { catalogue } from '../catalogue';
import { idOf } from '../library/ids';
import { accountId, invented } from '../library/people';
import { type Seed, seedOf } from '../seed';
import type { Intent, Plan } from './agenda';

export const historyDays = 30;

/** Titles with a part to play: their last days are written below, not left to chance. */
const parts = {
  /** One copy and a long queue. */
  popular: 'sungai-yang-menghafal-nama-kita',
  /** A copy waits for anggota@ right now. */
  offered: 'jejak-lada-dan-intan',
  /** All copies free. */
  free: 'sains-di-tepi-sungai',
  reading: 'negeri-seribu-sungai',
  readingSoonDue: 'dapur-banua',
  second: 'peminjam-terakhir',
} as const;
export type Part = keyof typeof parts;

export function partTitleId(part: Part): string {
  return idOf('title', parts[part]);
}

/** Some weeks of a library: what people mean to do, in no order. The same for the same instant. */
export function script(now: Date): Intent[] {
  const seed = seedOf('script');
  return [...catalogue.flatMap((book) => visitsTo(book, now, seed.branch(book.slug))), ...staged(now)];
}

function visitsTo(book: Book, now: Date, seed: Seed): Intent[] {
  const quietDays = quiet(book.slug);
  const aDay = demand(book, seed);
  const intents: Intent[] = [];
  for (let ago = historyDays; ago > quietDays; ago -= 1) {
    for (let wish = poisson(aDay, seed); wish > 0; wish -= 1) {
      const at = addMs(now, -ago * day + openHour(seed) * hour + seed.whole(0, 59) * minute);
      if (at < now) intents.push({ kind: 'borrow', at, titleId: idOf('title', book.slug), memberId: seed.pick(invented).id, plan: planOf(seed) });
    }
  }
  return intents;
}

/** Wishes a day; a few titles are on everybody's lips. */
function demand({ slug, copies }: Book, seed: Seed): number {
  if (slug === parts.popular) return 1.3;
  if (slug === parts.free) return 0.35;
  return seed.pick([0.12, 0.2, 0.3, 0.3, 0.45, 0.7]) * Math.sqrt(copies);
}

function quiet(slug: string): number {
  if (slug === parts.free) return 5;
  if (slug === parts.reading || slug === parts.readingSoonDue || slug === parts.second) return 6;
  return slug === parts.offered || slug === parts.popular ? 8 : 0;
}

function planOf(seed: Seed): Plan {
  return {
    returnAfterHours: seed.chance(0.55) ? seed.between(3, 66) : null,
    renews: seed.chance(0.18),
    queuesIfNone: seed.chance(0.6),
    takesOfferAfterHours: seed.chance(0.82) ? seed.between(0.2, 20) : null,
    givesUpAfterHours: seed.chance(0.12) ? seed.between(8, 60) : null,
    revoked: seed.chance(0.006),
  };
}

const stays: Plan = { returnAfterHours: null, renews: false, queuesIfNone: true, takesOfferAfterHours: null, givesUpAfterHours: null, revoked: false };

/** The last days of the named accounts: loans under way, a place in a queue, a copy set aside. */
function staged(now: Date): Intent[] {
  const [anggota, anggota2] = [accountId('anggota'), accountId('anggota2')];
  const borrow = (hoursAgo: number, part: Part, memberId: string, plan: Partial<Plan> = {}): Intent => ({ kind: 'borrow', at: addMs(now, -hoursAgo * hour), titleId: partTitleId(part), memberId, plan: { ...stays, ...plan } });
  const queue = (hoursAgo: number, part: Part, memberId: string): Intent => ({ kind: 'queue', at: addMs(now, -hoursAgo * hour), titleId: partTitleId(part), memberId, plan: stays });
  const past = (daysAgo: number, slug: string, memberId: string, returnAfterHours: number | null): Intent => ({ kind: 'borrow', at: addMs(now, -daysAgo * day), titleId: idOf('title', slug), memberId, plan: { ...stays, queuesIfNone: false, returnAfterHours } });
  return [
    borrow(19, 'reading', anggota),
    borrow(53, 'readingSoonDue', anggota),
    borrow(50, 'offered', person(3), { returnAfterHours: 47.5 }),
    // one waits with the place kept, one lets the turn pass: so it comes to anggota@
    queue(34, 'offered', anggota2),
    { kind: 'suspend', at: addMs(now, -33 * hour), titleId: partTitleId('offered'), memberId: anggota2, until: addMs(now, 5 * day) },
    queue(32, 'offered', person(20)),
    { kind: 'pass', at: addMs(now, -140 * minute), titleId: partTitleId('offered'), memberId: person(20) },
    queue(31, 'offered', anggota),
    borrow(40, 'second', anggota2),
    borrow(47, 'popular', person(8)),
    ...[44, 41, 38, 35, 30, 26, 12].map((hoursAgo, index) => queue(hoursAgo, 'popular', index === 4 ? anggota : person(10 + index * 3))),
    queue(5, 'popular', anggota2),
    past(29, 'musim-kabut', anggota, 60), past(27, 'keluarga-sehat-di-tepi-air', anggota, null), past(21, 'dongeng-dari-rawa', anggota, 28), past(16, 'pasar-di-atas-air', anggota, null),
    past(11, 'bertani-di-lahan-pasang-surut', anggota, 44), past(25, 'administrasi-desa-yang-rapi', anggota2, null), past(14, 'usaha-kecil-catatan-besar', anggota2, 30),
  ];
}

function person(index: number): string {
  const found = invented[index % invented.length];
  if (found === undefined) throw new RangeError('nobody has been invented');
  return found.id;
}

/** Few before eight, most in the evening. */
function openHour(seed: Seed): number {
  return seed.pick([0, 1, 3, 7, 8, 9, 10, 11, 12, 13, 14, 14, 15, 16, 18, 19, 20, 20, 21, 21, 22]);
}

function poisson(mean: number, seed: Seed): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = seed.next(); product > limit; product *= seed.next()) count += 1;
  return count;
}
