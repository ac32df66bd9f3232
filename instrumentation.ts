/** Next.js calls this once when a server process starts, and waits for it before the first request. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs' || process.env['NEXT_PHASE'] === 'phase-production-build') return;
  const { startCron } = await import('@/lib/cron/start');
  await startCron();
}
