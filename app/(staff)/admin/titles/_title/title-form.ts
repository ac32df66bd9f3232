import type { InspectionAnswer } from '@/lib/http/schemas/uploads';
import { typedNumber } from '../../_components/typed-number';

/** What stands in the fields, as typed. */
export type TitleForm = { title: string; subtitle: string; authors: string; isbn: string; publisher: string; year: string; language: string; subjects: string; description: string };

export const emptyForm: TitleForm = { title: '', subtitle: '', authors: '', isbn: '', publisher: '', year: '', language: 'id', subjects: '', description: '' };

type Described = { title: string; subtitle: string | null; authors: readonly string[]; isbn: string | null; publisher: string | null; year: number | null; language: string; subjects: readonly string[]; description: string | null };

export function formOf(title: Described): TitleForm {
  const { subtitle, isbn, publisher, year, description, authors, subjects } = title;
  return { title: title.title, language: title.language, subtitle: subtitle ?? '', isbn: isbn ?? '', publisher: publisher ?? '', year: year === null ? '' : String(year), description: description ?? '', authors: authors.join('; '), subjects: subjects.join('; ') };
}

/** What the file says of itself, for the fields that nobody has typed in yet. */
export function filledIn(form: TitleForm, touched: ReadonlySet<string>, { metadata }: InspectionAnswer): TitleForm {
  const proposed = { title: metadata.title, authors: metadata.authors.join('; '), language: metadata.language, isbn: metadata.isbn ?? '' };
  return { ...form, ...Object.fromEntries(Object.entries(proposed).filter(([name]) => !touched.has(name))) };
}

/** The fields as the API takes them; a year that is none stays a text, so that the library says what is wrong with it. */
export function bodyOf(form: TitleForm) {
  const listed = (text: string) => text.split(/[;\n]/).map((part) => part.trim()).filter((part) => part !== '');
  return { ...form, authors: listed(form.authors), subjects: listed(form.subjects), year: typedNumber(form.year) };
}
