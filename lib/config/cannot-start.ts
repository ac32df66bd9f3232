/** A reason not to start that a person can act on: its message is the one line they see, without a stack. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}
