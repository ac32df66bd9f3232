import type { Refusal } from '@/lib/domain/refusal';
import { reviveInstant } from '@/lib/domain/revive-instant';
import { answerAfterwards, answerOnce, type AnsweredOnce, type Kept, type KeyedCall } from '@/lib/operations/answer-once';
import type { Contract } from './contract';
import type { Answer } from './route';

/** An answer with its key: a repeated call gets it again, refusals too, except what only says "not now". */
export async function handleKeyed(declared: Contract, call: KeyedCall, handle: () => Promise<Answer | Refusal>): Promise<Answer | Refusal> {
  const act = async (): Promise<Kept<Answer | Refusal>> => {
    const answer = await handle();
    return { answer, text: textOf(answer) };
  };
  const once: AnsweredOnce<Answer | Refusal> = declared.keyed === 'afterwards' ? await answerAfterwards(call, act) : await answerOnce(call, act);
  if (!once.ok) return once.refusal;
  return 'answer' in once.value ? once.value.answer : answerOf(once.value.keptText);
}

function textOf(answer: Answer | Refusal): string | null {
  if (answer instanceof Response) return null;
  if (!('code' in answer)) return JSON.stringify({ answer });
  return answer.code === 'too-many-tries' || answer.code === 'away' ? null : JSON.stringify({ refusal: answer });
}

function answerOf(text: string): Answer | Refusal {
  const kept = JSON.parse(text, reviveInstant) as { answer: Answer } | { refusal: Refusal };
  return 'answer' in kept ? kept.answer : kept.refusal;
}
