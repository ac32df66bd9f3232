import type { z } from 'zod';
import type { NewLicence } from '@/lib/domain/lending/licences';
import type { Outcome } from '@/lib/domain/outcome';
import type { Refusal } from '@/lib/domain/refusal';
import { listLicences, type OwnedLicence } from '@/lib/operations/catalogue/list-licences';
import { answer, type Answer } from './route';
import type { licenceSchema } from './schemas/licences';

/** Answers a deed on a title's licences with all of them as they stand now. */
export async function answerWithLicences(titleId: string, status: 200 | 201, deed?: Outcome<unknown>): Promise<Answer | Refusal> {
  if (deed?.ok === false) return deed.refusal;
  const licences = await listLicences(titleId);
  return licences.ok ? answer(status, { items: licences.value.map(licenceView), nextCursor: null }) : licences.refusal;
}

function licenceView({ copyCount, loanCount, offerCount, ...licence }: OwnedLicence) {
  return { ...licence, copies: { total: copyCount, onLoan: loanCount, setAside: offerCount } };
}

/** A body's licence in the domain's words. */
export function boughtLicence({ model, expiresAt, checkoutsLimit, loanLength, copies, ...purchase }: z.infer<typeof licenceSchema>): NewLicence {
  return { terms: { model, expiresAt, checkoutsLimit, loanLength }, copies, purchase };
}
