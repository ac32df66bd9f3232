import type { LicenceTerms } from '@/lib/domain/lending/licence';
import { addMs, day, roundUpToSecond } from '@/lib/domain/time';

type Bought = LicenceTerms & { readonly vendor: string | null; readonly priceRupiah: number | null; readonly orderNumber: string | null };

const perpetual: Bought = { model: 'perpetual', expiresAt: null, checkoutsLimit: null, loanLength: null, vendor: null, priceRupiah: null, orderNumber: null };

/** Most titles were bought for ever; one of each other model is there to be seen. Limits are wide enough that none runs out while the demonstration is played. */
export function licenceOf(slug: string, now: Date): Bought {
  const inDays = (days: number) => roundUpToSecond(addMs(now, days * day));
  const others: Readonly<Record<string, Partial<Bought>>> = {
    'langit-selatan': { model: 'metered-by-time', expiresAt: inDays(45), vendor: 'PT Aksara Rawa', priceRupiah: 185_000, orderNumber: 'AR-0417' },
    'by-boat-to-banjar': { model: 'metered-by-loans', checkoutsLimit: 80, vendor: 'CV Muara Buku', priceRupiah: 320_000, orderNumber: 'MB-112' },
    'usaha-kecil-catatan-besar': { model: 'metered-by-both', checkoutsLimit: 100, expiresAt: inDays(200), vendor: 'CV Muara Buku', priceRupiah: 410_000, orderNumber: 'MB-113' },
    'menjadi-peneliti-muda': { model: 'bundle', checkoutsLimit: 120, vendor: 'PT Aksara Rawa', priceRupiah: 600_000, orderNumber: 'AR-0502' },
    'buku-saku-kader-posyandu': { model: 'simultaneous-use', vendor: 'Dinas Kesehatan', priceRupiah: 0 },
  };
  return { ...perpetual, ...others[slug] };
}
