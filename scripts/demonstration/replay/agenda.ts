/** What somebody means to do at an instant; whether it happens is for the rules to say. */
export type Intent =
  | { readonly kind: 'borrow'; readonly at: Date; readonly titleId: string; readonly memberId: string; readonly plan: Plan }
  | { readonly kind: 'return'; readonly at: Date; readonly titleId: string; readonly memberId: string; readonly loanId: string }
  | { readonly kind: 'renew'; readonly at: Date; readonly titleId: string; readonly memberId: string; readonly loanId: string }
  | { readonly kind: 'revoke'; readonly at: Date; readonly titleId: string; readonly memberId: string; readonly loanId: string }
  | { readonly kind: 'queue'; readonly at: Date; readonly titleId: string; readonly memberId: string; readonly plan: Plan }
  | { readonly kind: 'cancel'; readonly at: Date; readonly titleId: string; readonly memberId: string; readonly holdId: string }
  | { readonly kind: 'resume'; readonly at: Date; readonly titleId: string; readonly memberId: string; readonly holdId: string; readonly plan: Plan }
  | { readonly kind: 'suspend'; readonly at: Date; readonly titleId: string; readonly memberId: string; readonly until: Date | null }
  | { readonly kind: 'pass'; readonly at: Date; readonly titleId: string; readonly memberId: string }
  | { readonly kind: 'settle'; readonly at: Date; readonly titleId: string; readonly id: string };

/** How a member will go on after getting a copy, or not getting one. */
export type Plan = {
  /** Hours until the copy is given back; null: the clock takes it. */
  readonly returnAfterHours: number | null;
  readonly renews: boolean;
  readonly queuesIfNone: boolean;
  /** Hours after the offer until it is taken; null: the offer is missed. */
  readonly takesOfferAfterHours: number | null;
  readonly givesUpAfterHours: number | null;
  readonly revoked: boolean;
};

/** Keeps intents in the order of their time. */
export class Agenda {
  private readonly intents: Intent[] = [];

  add(...added: readonly Intent[]): void {
    for (const intent of added) this.intents.splice(this.placeFor(intent.at), 0, intent);
  }

  /** Everything before `until`, in order; later additions for that time are taken by the next call. */
  takeBefore(until: Date): Intent[] {
    return this.intents.splice(0, this.placeFor(new Date(until.getTime() - 1)));
  }

  get next(): Intent | undefined {
    return this.intents[0];
  }

  /** After all intents of the same instant: who asked first, comes first. */
  private placeFor(at: Date): number {
    let [low, high] = [0, this.intents.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.intents[middle];
      if (there !== undefined && there.at <= at) low = middle + 1;
      if (there === undefined || there.at > at) high = middle;
    }
    return low;
  }
}
