import type { CategoryField } from '@/lib/domain/lending/policy';
import { durationOfDays } from '@/lib/domain/policy/length';
import { typedNumber } from './typed-number';

export const lengthFields = ['loanPeriod', 'pickupWindow', 'renewalWindow'] as const satisfies readonly CategoryField[];

/** The fields as the API takes them, lengths in days; an empty one says nothing. */
export function typedTerms(names: readonly CategoryField[], fields: Readonly<Record<string, string>>): Partial<Record<CategoryField, string | number | null>> {
  return Object.fromEntries(names.map((name) => [name, isLength(name) ? durationOfDays(fields[name] ?? '') : typedNumber(fields[name] ?? '')]));
}

export function isLength(name: CategoryField): boolean {
  return lengthFields.some((one) => one === name);
}
