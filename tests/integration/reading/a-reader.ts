import { GET as content } from '@/app/api/loans/[id]/content/route';
import { POST as borrow } from '@/app/api/titles/[id]/loans/route';
import { GET as see, PUT as save } from '@/app/api/titles/[id]/reading/route';
import type { ReadingAnswer } from '@/lib/http/schemas/reading';
import { aMemberLoggedIn } from '@/tests/integration/members/a-member';

/** A member at a device, with the calls that reading makes. */
export async function aReader() {
  const { member, device } = await aMemberLoggedIn();
  return {
    memberId: member.id,
    device,
    borrow: async (titleId: string) => (await (await device.call('POST', borrow, { params: { id: titleId } })).json()) as { id: string; dueAt: string },
    content: (loanId: string) => device.call('GET', content, { params: { id: loanId } }),
    see: (titleId: string) => device.call('GET', see, { params: { id: titleId } }),
    save: (titleId: string, body: object) => device.call('PUT', save, { params: { id: titleId }, json: body }),
  };
}

export async function answered(response: Response): Promise<ReadingAnswer> {
  if (response.status !== 200) throw new Error(`answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as ReadingAnswer;
}
