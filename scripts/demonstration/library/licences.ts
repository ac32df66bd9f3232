import type { Purchase } from '@/lib/domain/lending/changes';
import type { LicenceTerms } from '@/lib/domain/lending/licence';
import type { NewLicence } from '@/lib/domain/lending/licences';
import { addMs, day, roundUpToSecond } from '@/lib/domain/time';

const perpetual: LicenceTerms = { model: 'perpetual', expiresAt: null, checkoutsLimit: null, loanLength: null };
const given: Purchase = { vendor: null, priceRupiah: null, orderNumber: null, note: null };

/** Most titles were bought for ever; one of each other model is there to be seen. Limits are wide enough that none runs out while the demonstration is played. */
export function licenceOf(slug: string, now: Date): Pick<NewLicence, 'terms' | 'purchase'> {
  const inDays = (days: number) => roundUpToSecond(addMs(now, days * day));
  const others: Readonly<Record<string, Partial<LicenceTerms & Purchase>>> = {
    'langit-selatan': { model: 'metered-by-time', expiresAt: inDays(45), vendor: 'PT Aksara Rawa', priceRupiah: 185_000, orderNumber: 'AR-0417' },
    'by-boat-to-banjar': { model: 'metered-by-loans', checkoutsLimit: 80, vendor: 'CV Muara Buku', priceRupiah: 320_000, orderNumber: 'MB-112' },
    'usaha-kecil-catatan-besar': { model: 'metered-by-both', checkoutsLimit: 100, expiresAt: inDays(200), vendor: 'CV Muara Buku', priceRupiah: 410_000, orderNumber: 'MB-113' },
    'menjadi-peneliti-muda': { model: 'bundle', checkoutsLimit: 120, vendor: 'PT Aksara Rawa', priceRupiah: 600_000, orderNumber: 'AR-0502' },
    'buku-saku-kader-posyandu': { model: 'simultaneous-use', vendor: 'Dinas Kesehatan', priceRupiah: 0 },
  };
  const { vendor, priceRupiah, orderNumber, note, ...terms } = { ...perpetual, ...given, ...others[slug] };
  return { terms, purchase: { vendor, priceRupiah, orderNumber, note } };
}
