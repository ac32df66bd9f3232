import { normalMemberNumber } from './identifier';

/** Words to find people by: "pj 000 123" is one number, 0812-3456 is found as +62812-3456 is kept. At most eight. */
export function searchWords(typed: string): string[] {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text === '') return [];
  if (/^pj[\s.-]*\d/.test(text)) return [normalMemberNumber(text).toLowerCase()];
  if (/^[+\d][\d\s().-]*$/.test(text)) return [text.replace(/\D+/g, '').replace(/^0(?=[1-9])/, '')];
  return text.split(/\s+/).slice(0, 8);
}
