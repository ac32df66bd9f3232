/** "Indonesia", "Inggris": by the tag that the title carries; a tag that nobody knows stands as it is. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
