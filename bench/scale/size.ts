/** How large a library is. */
export type LibrarySize = { readonly titles: number; readonly members: number; readonly endedLoans: number };

/** The national library of issue 3. */
const national: LibrarySize = { titles: 1_000_000, members: 200_000, endedLoans: 5_000_000 };

/** What it is held against: a hundredth of it. */
export const district = timesOf(0.01);

/** `BENCH_SCALE=1` is the whole; a tenth, which takes minutes instead of an hour, when nobody says. */
export function largeLibrary(): LibrarySize {
  const scale = Number(process.env['BENCH_SCALE'] ?? '0.1');
  if (!(scale > 0.01 && scale <= 1)) throw new Error('BENCH_SCALE is a number above 0.01 and up to 1');
  return timesOf(scale);
}

function timesOf(scale: number): LibrarySize {
  return { titles: Math.round(national.titles * scale), members: Math.round(national.members * scale), endedLoans: Math.round(national.endedLoans * scale) };
}
