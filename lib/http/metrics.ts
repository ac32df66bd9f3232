type Measured = {
  readonly health: { readonly status: string; readonly database: string; readonly storage: string; readonly cron: string; readonly backup: { readonly ageHours: number } | null; readonly invariants: { readonly status: string; readonly checkedAt: string | null; readonly violations: number }; readonly version: string };
  readonly counts: { readonly activeLoans: number; readonly waitingHolds: number; readonly readyHolds: number; readonly members: number; readonly titles: number; readonly databaseBytes: number } | null;
};

/** Prometheus' text format. */
export function metricsText({ health, counts }: Measured): string {
  const up = (part: string) => (part === 'ok' ? 1 : 0);
  const lines = [
    ...gauge('pinjam_up', 'All is well', up(health.status)),
    ...gauge('pinjam_database_up', 'The database answers', up(health.database)),
    ...gauge('pinjam_storage_up', 'The storage answers', up(health.storage)),
    ...gauge('pinjam_cron_up', 'The auto-return task ticks', up(health.cron)),
    ...gauge('pinjam_invariant_violations', 'Lines of the view invariant_violations at the last looks; 0 at all times', health.invariants.violations),
    ...gauge('process_resident_memory_bytes', 'Memory of this process', process.memoryUsage.rss()),
    ...gauge('process_uptime_seconds', 'Seconds since this process began', Math.floor(process.uptime())),
  ];
  if (health.backup !== null) lines.push(...gauge('pinjam_backup_age_hours', 'Age of the newest nightly backup', health.backup.ageHours));
  if (health.invariants.checkedAt !== null) lines.push(...gauge('pinjam_invariants_checked_timestamp_seconds', 'When the invariants were last looked at', Math.floor(Date.parse(health.invariants.checkedAt) / 1000)));
  if (counts === null) return `${lines.join('\n')}\n`;
  lines.push(
    ...gauge('pinjam_loans_active', 'Loans that run now', counts.activeLoans),
    ...gauge('pinjam_holds_waiting', 'Holds in line', counts.waitingHolds),
    ...gauge('pinjam_holds_ready', 'Offers that wait to be taken', counts.readyHolds),
    ...gauge('pinjam_members', 'Members', counts.members),
    ...gauge('pinjam_titles', 'Titles', counts.titles),
    ...gauge('pinjam_database_bytes', 'Size of the database', counts.databaseBytes),
  );
  return `${lines.join('\n')}\n`;
}

function gauge(name: string, help: string, value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`];
}
