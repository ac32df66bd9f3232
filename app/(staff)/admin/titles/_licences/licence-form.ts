import type { LicenceModel } from '@/lib/domain/lending/licence';
import { licenceLimits } from '@/lib/domain/lending/licence-limits';
import { durationOfDays } from '@/lib/domain/policy/length';
import { typedNumber } from '../../_components/typed-number';

/** A licence as it is typed: every field a text. */
export type LicenceForm = Readonly<Record<'copies' | 'checkoutsLimit' | 'expiresAt' | 'loanDays' | 'priceRupiah' | 'vendor' | 'orderNumber' | 'note', string>> & { readonly model: LicenceModel };

export const emptyLicence: LicenceForm = { model: 'perpetual', copies: '1', checkoutsLimit: '', expiresAt: '', loanDays: '', priceRupiah: '', vendor: '', orderNumber: '', note: '' };

/** What the form says, as the call takes it; limits that the model does not have are left out. */
export function licenceBody(form: LicenceForm): Record<string, unknown> {
  const has = licenceLimits[form.model];
  return {
    model: form.model,
    ...(has.copies === 'needed' ? { copies: Number(form.copies) } : {}),
    checkoutsLimit: has.checkoutsLimit === 'none' ? null : typedNumber(form.checkoutsLimit),
    expiresAt: has.expiresAt === 'none' || form.expiresAt === '' ? null : form.expiresAt,
    loanLength: durationOfDays(form.loanDays),
    priceRupiah: typedNumber(form.priceRupiah),
    vendor: form.vendor,
    orderNumber: form.orderNumber,
    note: form.note,
  };
}
