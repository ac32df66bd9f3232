/** An ISBN as 13 digits, or null when the check digit says that it is none. Ten digits become thirteen. */
export function normalIsbn(text: string): string | null {
  const digits = text.replace(/[\s\u00ad\u2010-\u2015-]/g, '').toUpperCase();
  if (/^97[89]\d{10}$/.test(digits)) return checkDigit13(digits) === digits[12] ? digits : null;
  if (!/^\d{9}[\dX]$/.test(digits) || checkDigit10(digits) !== digits[9]) return null;
  const body = `978${digits.slice(0, 9)}`;
  return body + checkDigit13(body);
}

/** The first ISBN that a text names as one. */
export function findIsbn(text: string): string | null {
  for (const [, candidate = ''] of text.matchAll(/ISBN(?:-1[03])?[\s:()\w.-]{0,24}?((?:97[89][\s\u2010-\u2015-]?)?\d[\d\s\u2010-\u2015-]{7,14}[\dXx])/gi)) {
    const isbn = normalIsbn(candidate);
    if (isbn !== null) return isbn;
  }
  return null;
}

function checkDigit13(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

function checkDigit10(digits: string): string {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
