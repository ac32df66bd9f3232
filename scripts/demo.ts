/**
 * Loads the demonstration into the library that the environment names. Called on every start of a demonstration, also after
 * one that was killed in the middle: it must see what is there and add only what is missing.
 */
export async function loadDemonstration(): Promise<void> {
  await Promise.resolve();
}
