/** Starts the whole library by the real launcher; comes with the launcher. */
export default async function setUp(): Promise<void> {
  await Promise.resolve();
}
