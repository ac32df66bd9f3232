/** What stands in a field for a number; what is none stays as it was typed, for the API to name: as JSON it would be null, and say nothing. */
export function typedNumber(field: string): number | string | null {
  const text = field.trim();
  if (text === '') return null;
  return Number.isFinite(Number(text)) ? Number(text) : text;
}
