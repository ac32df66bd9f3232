import type { CategoryField } from '@/lib/domain/lending/policy';
import { durationOfDays } from '@/lib/domain/policy/length';

export const lengthFields = ['loanPeriod', 'pickupWindow', 'renewalWindow'] as const satisfies readonly CategoryField[];

/** The fields as the API takes them, lengths in days; an empty one says nothing. */
export function typedTerms(names: readonly CategoryField[], fields: Readonly<Record<string, string>>): Partial<Record<CategoryField, string | number | null>> {
  return Object.fromEntries(names.map((name) => [name, isLength(name) ? durationOfDays(fields[name] ?? '') : countOf(fields[name] ?? '')]));
}

export function isLength(name: CategoryField): boolean {
  return lengthFields.some((one) => one === name);
}

/** What is no number stays as it was typed, for the API to name: as JSON it would be null, and say nothing. */
function countOf(typed: string): number | string | null {
  if (typed.trim() === '') return null;
  return Number.isFinite(Number(typed)) ? Number(typed) : typed;
}
