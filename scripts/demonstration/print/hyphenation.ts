const vowels = 'aiueoéAIUEO';
// One sound, two letters: never parted.
const digraphs = new Set(['ng', 'ny', 'sy', 'kh']);

/** Where an Indonesian word may be broken: between syllables, at least two letters before and three after. English words are left whole. */
export function syllableBreaks(word: string): number[] {
  const breaks: number[] = [];
  let at = 1;
  while (at < word.length - 2) {
    const consonants = consonantsFrom(word, at);
    if (isVowel(word, at - 1) && consonants.length > 0 && isVowel(word, at + lengthOf(consonants))) {
      const stay = consonants.slice(0, consonants.length > 1 ? 1 : 0);
      const place = at + lengthOf(stay);
      if (place <= word.length - 3 && startsWithTwoLetters(word, place)) breaks.push(place);
    }
    at += Math.max(1, lengthOf(consonants));
  }
  return breaks;
}

function startsWithTwoLetters(word: string, place: number): boolean {
  return place >= 2 && /^\p{L}{2}$/u.test(word.slice(place - 2, place));
}

function isVowel(word: string, at: number): boolean {
  return at < word.length && vowels.includes(word.charAt(at));
}

function consonantsFrom(word: string, from: number): string[] {
  const found: string[] = [];
  let at = from;
  while (at < word.length && /\p{L}/u.test(word.charAt(at)) && !isVowel(word, at)) {
    const sound = digraphs.has(word.slice(at, at + 2).toLowerCase()) ? word.slice(at, at + 2) : word.charAt(at);
    found.push(sound);
    at += sound.length;
  }
  return found;
}

function lengthOf(sounds: readonly string[]): number {
  return sounds.reduce((sum, sound) => sum + sound.length, 0);
}
