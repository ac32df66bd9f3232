/** Expected wait, a range (rule 11). Filled in by this file's rules below. */
export type EstimatedWait = { readonly expectedMs: number; readonly latestMs: number };
