// The 27 places where WinAnsi differs from Latin-1 (ISO 32000-1, annex D).
const special = new Map<string, number>(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, index) => [character, [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f][index] ?? 0x3f]),
);
const byCode = new Map<number, string>([...special].map(([character, code]) => [code, character]));

/** The byte that stands for a character in a simple PDF font; what has none becomes a question mark. */
export function winAnsiCode(character: string): number {
  const code = character.codePointAt(0) ?? 0x3f;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  return special.get(character) ?? 0x3f;
}

export function characterOf(code: number): string {
  return byCode.get(code) ?? String.fromCodePoint(code);
}

/** A PDF literal string, as latin1 characters; backslash, parentheses and line ends escaped. */
export function pdfText(text: string): string {
  let bytes = '';
  for (const character of text) {
    const byte = String.fromCharCode(winAnsiCode(character));
    bytes += byte === '(' || byte === ')' || byte === '\\' ? `\\${byte}` : byte;
  }
  return `(${bytes})`;
}
