import { changeCirculation, type Scene } from '@/lib/adapters/postgres/circulation/change';
import { pool } from '@/lib/adapters/postgres/pool';
import { theClock } from '@/lib/domain/actor';
import type { Decision } from '@/lib/domain/lending/changes';
import type { Moment } from '@/lib/domain/lending/circulation';
import { changeCopyCount } from '@/lib/domain/lending/copy-count';
import { addLicence, endLicence } from '@/lib/domain/lending/licences';
import { extend } from '@/lib/domain/lending/renew';
import { withdrawTitle } from '@/lib/domain/lending/withdraw';
import { granted } from '@/lib/domain/outcome';
import { hour } from '@/lib/domain/time';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { cancelHold } from '@/lib/operations/lending/cancel-hold';
import { moveHold } from '@/lib/operations/lending/move-hold';
import { passOffer } from '@/lib/operations/lending/pass-offer';
import { placeHold } from '@/lib/operations/lending/place-hold';
import { resumeHold } from '@/lib/operations/lending/resume-hold';
import { renewLoan } from '@/lib/operations/lending/renew-loan';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { suspendHold } from '@/lib/operations/lending/suspend-hold';
import { nameOf, termsOfShape, type Step } from './histories';
import { aMember, aTitle, byMember, rowsOf } from './world';

/** The same acts on real rows, at the model's times. */
export class RealLibrary {
  private constructor(readonly titleId: string, readonly members: readonly string[]) {}

  static async with(copies: number): Promise<RealLibrary> {
    return new RealLibrary(await aTitle({ copies }), await Promise.all(Array.from({ length: 8 }, () => aMember())));
  }

  async take(one: Step, at: Date): Promise<void> {
    const { titleId } = this;
    if (one.act === 'pass') return;
    if (one.act === 'settle') return this.decide(at, () => ({ outcome: granted(null), changes: [] }));
    if (one.act === 'withdraw') return this.decide(at, ({ circulation }) => withdrawTitle(circulation, { reason: 'hak cipta', loansEnd: one.loansEnd }, at));
    if (one.act === 'copies') return this.decide(at, ({ circulation }, moment) => changeCopyCount(circulation, one.count, null, moment), { moreCopies: one.count });
    if (one.act === 'addLicence') {
      const bought = { terms: termsOfShape(one.licence, at), copies: one.licence.copies, purchase: { priceRupiah: 150_000, vendor: 'Penerbit', orderNumber: null, note: null } };
      return this.decide(at, ({ circulation }, moment) => addLicence(circulation, bought, moment), { moreCopies: bought.copies });
    }
    if (one.act === 'endLicence') {
      const licences = await this.licenceIds();
      return this.decide(at, ({ circulation }) => endLicence(circulation, licences[one.which % licences.length] ?? '', { reason: 'hak cipta', loansEnd: one.loansEnd }, at));
    }
    const member = this.members[one.member] ?? '';
    if (one.act === 'block') {
      await pool().query('UPDATE "Member" SET "blockedAt" = $2, "blockedUntil" = $3 WHERE "id" = $1', [member, at, one.hours === null ? null : new Date(at.getTime() + one.hours * hour)]);
      return this.take({ act: 'settle' }, at);
    }
    if (one.act === 'borrow') return void (await borrowTitle(titleId, member, byMember(member), { at }));
    if (one.act === 'placeHold') return void (await placeHold(titleId, member, byMember(member), { at }));
    if (one.act === 'cancelHold') return this.onHold(member, (id) => cancelHold(id, member, byMember(member), { at }));
    if (one.act === 'returnLoan') return this.onLast('Loan', 'borrowedAt', member, (id) => returnLoan(id, member, byMember(member), { at }));
    if (one.act === 'suspendHold')
      return this.onHold(member, (id) => suspendHold(id, member, one.hours === null ? null : new Date(at.getTime() + one.hours * hour), byMember(member), { at }));
    if (one.act === 'resumeHold') return this.onHold(member, (id) => resumeHold(id, member, byMember(member), { at }));
    if (one.act === 'passOffer') return this.onHold(member, (id) => passOffer(id, member, byMember(member), { at }));
    if (one.act === 'moveToFront') return this.onHold(member, (id) => moveHold(id, 'ujian besok', byMember(member), { at }));
    if (one.act === 'extend') return this.onLast('Loan', 'borrowedAt', member, (loanId) => this.decide(at, ({ circulation }) => extend(circulation, loanId, null, at), { loanId }));
    return this.onLast('Loan', 'borrowedAt', member, (id) => renewLoan(id, member, byMember(member), { at }));
  }

  private onHold(member: string, act: (id: string) => Promise<unknown>): Promise<void> {
    return this.onLast('Hold', 'placedAt', member, act);
  }

  private async decide<T>(at: Date, rule: (scene: Scene, moment: Moment) => Decision<T>, more: { loanId?: string; moreCopies?: number } = {}): Promise<void> {
    await changeCirculation({ titleId: this.titleId, actor: theClock, decide: rule, report: () => null, ...more }, { at });
  }

  /** In the order of buying. */
  private async licenceIds(): Promise<readonly string[]> {
    return (await rowsOf<{ id: string }>('SELECT "id" FROM "Licence" WHERE "titleId" = $1 ORDER BY "createdAt"', [this.titleId])).map(({ id }) => id);
  }

  private async onLast(table: 'Loan' | 'Hold', order: string, member: string, act: (id: string) => Promise<unknown>): Promise<void> {
    const [last] = await rowsOf<{ id: string }>(`SELECT "id" FROM "${table}" WHERE "titleId" = $1 AND "memberId" = $2 ORDER BY "endedAt" IS NULL DESC, "${order}" DESC LIMIT 1`, [this.titleId, member]);
    if (last !== undefined) await act(last.id);
  }

  async picture() {
    const who = (memberId: string) => nameOf(this.members.indexOf(memberId));
    const loans = await rowsOf<{ memberId: string; state: string; borrowedAt: Date; dueAt: Date; endedAt: Date | null; renewalCount: number }>('SELECT * FROM "Loan" WHERE "titleId" = $1', [this.titleId]);
    const holds = await rowsOf<{ memberId: string; state: string; placedAt: Date; readyUntil: Date | null; endedAt: Date | null; endedReason: string | null; missedCount: number; suspendedAt: Date | null; suspendedUntil: Date | null }>('SELECT * FROM "Hold" WHERE "titleId" = $1 ORDER BY "queueNumber"', [this.titleId]);
    const licenceIds = await this.licenceIds();
    const nth = (licenceId: string) => licenceIds.indexOf(licenceId);
    const licences = await rowsOf<LicenceRow>('SELECT * FROM "Licence" WHERE "titleId" = $1 ORDER BY "createdAt"', [this.titleId]);
    const copies = await rowsOf<{ licenceId: string; retiringAt: Date | null; retiredAt: Date | null }>('SELECT * FROM "Copy" WHERE "titleId" = $1', [this.titleId]);
    const uses = await rowsOf<{ kind: string; from: Date; until: Date; licenceId: string }>('SELECT "kind", "from", "until", "licenceId" FROM "CopyUse" WHERE "titleId" = $1', [this.titleId]);
    return {
      loans: sorted(loans.map((l) => [who(l.memberId), l.state, l.borrowedAt, l.dueAt, l.endedAt, l.renewalCount])),
      holds: holds.map((h) => [who(h.memberId), h.state, h.placedAt, h.state === 'ready' ? h.readyUntil : null, h.endedAt, h.endedReason, h.missedCount, h.suspendedAt, h.suspendedUntil]),
      licences: licences.map((l) => [l.model, l.expiresAt, l.checkoutsUsed, l.endedAt, l.endedBecause, l.endsLoans]),
      copies: sorted(copies.map((c) => [nth(c.licenceId), c.retiringAt, c.retiredAt])),
      uses: sorted(uses.map((u) => [u.kind, u.from, u.until, nth(u.licenceId)])),
    };
  }
}

type LicenceRow = { model: string; expiresAt: Date | null; checkoutsUsed: number; endedAt: Date | null; endedBecause: string | null; endsLoans: boolean };

/** In no order that counts. */
export function sorted(rows: unknown[][]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
