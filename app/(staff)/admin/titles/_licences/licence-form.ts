import type { LicenceModel } from '@/lib/domain/lending/licence';
import { licenceLimits } from '@/lib/domain/lending/licence-limits';

/** A licence as it is typed: every field a text. */
export type LicenceForm = Readonly<Record<'copies' | 'checkoutsLimit' | 'expiresAt' | 'loanDays' | 'priceRupiah' | 'vendor' | 'orderNumber' | 'note', string>> & { readonly model: LicenceModel };

export const emptyLicence: LicenceForm = { model: 'perpetual', copies: '1', checkoutsLimit: '', expiresAt: '', loanDays: '', priceRupiah: '', vendor: '', orderNumber: '', note: '' };

/** What the form says, as the call takes it; limits that the model does not have are left out. */
export function licenceBody(form: LicenceForm): Record<string, unknown> {
  const has = licenceLimits[form.model];
  const number = (text: string) => (text.trim() === '' ? null : Number(text));
  return {
    model: form.model,
    ...(has.copies === 'needed' ? { copies: Number(form.copies) } : {}),
    checkoutsLimit: has.checkoutsLimit === 'none' ? null : number(form.checkoutsLimit),
    expiresAt: has.expiresAt === 'none' || form.expiresAt === '' ? null : form.expiresAt,
    loanLength: form.loanDays === '' ? null : `P${form.loanDays}D`,
    priceRupiah: number(form.priceRupiah),
    vendor: form.vendor,
    orderNumber: form.orderNumber,
    note: form.note,
  };
}
