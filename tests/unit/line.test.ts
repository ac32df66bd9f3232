import { describe, expect, test } from '@jest/globals';
import { aLine } from '@/lib/adapters/postgres/line';

/** Who came, in order; each leaves when told. */
function watched() {
  const came: string[] = [];
  const line = aLine();
  const join = (name: string) => {
    const turn = line.takePlace();
    return { ...turn, arrives: turn.come().then(() => void came.push(name)) };
  };
  return { came, join, line };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('what is done by one at a time', () => {
  test('is done in the order in which places were taken, whoever is ready first', async () => {
    const { came, join } = watched();
    const [first, second, third] = [join('first'), join('second'), join('third')];
    await settled();
    expect(came).toEqual(['first']);
    third.leave();
    first.leave();
    await second.arrives;
    await settled();
    expect(came).toEqual(['first', 'second']);
    second.leave();
    await third.arrives;
    expect(came).toEqual(['first', 'second', 'third']);
  });

  test('is not held up by who leaves without having come, nor begun before those ahead are done', async () => {
    const { came, join, line } = watched();
    const first = join('first');
    line.takePlace().leave();
    const last = join('last');
    await settled();
    expect(came).toEqual(['first']);
    first.leave();
    await last.arrives;
    expect(came).toEqual(['first', 'last']);
  });

  test('is not waited for again by who came already: a transaction that runs a second time', async () => {
    const turn = aLine().takePlace();
    await turn.come();
    await expect(turn.come()).resolves.toBeUndefined();
  });
});
