/** A place in a line: `come` waits until everybody before has left; who never comes leaves all the same. */
export type Turn = { readonly come: () => Promise<void>; readonly leave: () => void };

/** What is done by one at a time, in the order in which places were taken. */
export type Line = { readonly takePlace: () => Turn };

export function aLine(): Line {
  let everybodyLeft = Promise.resolve();
  const takePlace = (): Turn => {
    const before = everybodyLeft;
    let leave: () => void = () => undefined;
    const left = new Promise<void>((resolve) => (leave = resolve));
    everybodyLeft = before.then(() => left);
    return { come: () => before, leave };
  };
  return { takePlace };
}
