import type { Outcome } from '@/lib/domain/outcome';
import type { Refusal } from '@/lib/domain/refusal';
import { readStaffTitle } from '@/lib/operations/catalogue/read-staff-title';
import { answer, type Answer } from './route';
import { staffTitleView } from './views/staff-title';

/** Answers a deed on a title with the title as it stands now, read after the deed. */
export async function answerWithTitle(outcome: Outcome<{ titleId: string; created?: boolean }>): Promise<Answer | Refusal> {
  if (!outcome.ok) return outcome.refusal;
  const title = await readStaffTitle(outcome.value.titleId);
  return title === null ? { code: 'not-found' } : answer(outcome.value.created === true ? 201 : 200, staffTitleView(title));
}
