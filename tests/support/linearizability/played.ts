import { Random } from '../random';
import { anOp, aStaffOp, type Known } from './calls';
import type { Recorded } from './linearize';
import { act, lookedAt, titleModel, type Answer, type Op } from './title-model';

type Call = Recorded<Op, Answer>;
type Client = { readonly name: string; callsLeft: number; freeAt: number; readonly known: Known };
type Pending = { readonly client: Client; readonly invokedAt: number; readonly at: number; readonly respondedAt: number };

/**
 * A history as eight members, a librarian and the clockwork would see it if the rules themselves were the server: each call takes
 * effect somewhere between question and answer, `latencyMs` apart at most. One order explains it: that in which it was played.
 */
export function playedByTheModel({ seed, latencyMs }: { seed: number; latencyMs: number }): { readonly history: readonly Call[]; readonly model: ReturnType<typeof titleModel> } {
  const random = new Random(seed);
  const model = titleModel({ copies: random.between(1, 2), loanPeriodMs: 1000 * random.between(1, 3), pickupWindowMs: 1000 * random.between(1, 2), startedAt: 1_800_000_000_000 });
  const begunAt = model.initial.at;
  const clients: Client[] = [...Array.from({ length: 8 }, (_, at) => ({ name: `m${at}`, callsLeft: 8 })), { name: 'desk', callsLeft: 4 }, { name: 'clock', callsLeft: 12 }].map((one) => ({ ...one, freeAt: begunAt, known: {} }));
  const pending: Pending[] = [];
  const history: Call[] = [];
  const loanIds: string[] = [];
  let state = model.initial;

  function ask(client: Client): void {
    if (client.callsLeft === 0) return;
    client.callsLeft -= 1;
    const invokedAt = client.freeAt + random.between(0, client.name.startsWith('m') && random.chance(0.8) ? 5 : 700);
    const at = invokedAt + random.between(1, latencyMs);
    pending.push({ client, invokedAt, at, respondedAt: at + random.between(0, latencyMs) });
  }

  function opOf({ name, known }: Client, now: number): Op {
    if (name === 'clock') return { act: 'sweep' };
    return name === 'desk' ? aStaffOp(loanIds, random) : anOp(name, known, random, now);
  }

  for (const client of clients) ask(client);
  while (pending.length > 0) {
    pending.sort((a, b) => a.at - b.at);
    const next = pending.shift();
    if (next === undefined) break;
    const { client, invokedAt, at, respondedAt } = next;
    const call: Call = { client: client.name, op: opOf(client, invokedAt), answer: { status: 'granted', now: at, facts: { id: `${seed}-${history.length}` } }, invokedAt, respondedAt };
    const { after, answer } = call.op.act === 'look' ? { after: state, answer: lookedAt(state, call, at) } : act(state, call, at);
    state = after;
    history.push({ ...call, answer: answer.status === 'granted' && (call.op.act === 'sweep' || call.op.act === 'changeCopies') ? { status: 'granted', now: null, facts: {} } : answer });
    if (answer.status === 'granted' && call.op.act === 'borrow') loanIds.push((client.known.loanId = String(answer.facts['id'])));
    if (answer.status === 'granted' && call.op.act === 'placeHold') client.known.holdId = String(answer.facts['id']);
    client.freeAt = respondedAt;
    ask(client);
  }
  return { history, model };
}
