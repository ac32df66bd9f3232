/** "Indonesia", "Inggris": by the tag that the title carries; a tag that nobody knows stands as it is. */
export function languageName(tag: string, locale: string): string {
  try {
    return namesIn(locale).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const known = new Map<string, Intl.DisplayNames>();

// Each title's page and each search asks; making the names costs far more than asking them. We speak two languages.
function namesIn(locale: string): Intl.DisplayNames {
  const names = known.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' });
  known.set(locale, names);
  return names;
}
