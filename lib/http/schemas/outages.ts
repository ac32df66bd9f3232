import { z } from 'zod';
import { instant } from './lending';

export const outageSpan = z.object({ from: instant, until: instant.describe('not in the future; at most 31 days after `from`') });
export const outageBody = outageSpan.extend({ reason: z.string().trim().min(1).max(300) });

export const declaredOutageSchema = outageBody.extend({ id: z.uuid(), declaredAt: instant });

const given = { loanCount: z.int(), offerCount: z.int(), holdCount: z.int().describe('holds back in their places, and forgiven misses forgotten'), endedCount: z.int().describe('loans that time ended in it') };

export const outageListSchema = z.object({
  items: z.array(z.object({ id: z.uuid(), from: instant, until: instant, reason: z.string().nullable(), isDeclared: z.boolean().describe('false: the heartbeat noticed it'), finishedAt: instant.nullable().describe('null: the credit is under way'), ...given })),
  nextCursor: z.null(),
});

export const outagePreviewSchema = outageSpan.extend({
  ...given,
  ended: z.array(z.object({ loanId: z.uuid(), titleId: z.uuid(), title: z.string(), endedAt: instant, memberId: z.uuid().nullable(), memberName: z.string().nullable(), memberNumber: z.string().nullable() })).describe('the first hundred of those loans'),
});
