import { forgetVisitorsBefore } from '@/lib/adapters/postgres/visits';
import { environment } from '@/lib/config/environment';

/** The midnight task: nothing tells any more who visited yesterday; how many did stays. */
export async function forgetVisitors(time?: { at: Date }): Promise<{ readonly forgotten: number }> {
  return { forgotten: await forgetVisitorsBefore({ timeZone: environment().TIME_ZONE, at: time?.at }) };
}
