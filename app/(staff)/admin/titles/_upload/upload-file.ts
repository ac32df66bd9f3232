import { callApi, type Called, type Problem } from '@/app/_components/call-api';
import type { BegunUploadAnswer, InspectionAnswer, UploadAnswer } from '@/lib/http/schemas/uploads';
import { pause, waitBefore } from './patience';
import { sendPart } from './send-part';

export type Step = { readonly kind: 'sending'; readonly sentBytes: number; readonly waiting: boolean } | { readonly kind: 'inspecting' };

type Options = {
  /** An upload of the same file that was begun before. */
  readonly resumeId: string | null;
  readonly signal: AbortSignal;
  readonly onBegun: (id: string) => void;
  readonly onStep: (step: Step) => void;
};

const atOnce = 3;
const roundsAtMost = 5;

/** Brings a file into the storage and has it inspected. A lost connection makes it wait and go on, never fail. Null: given up. */
export async function uploadFile(file: File, { resumeId, signal, onBegun, onStep }: Options): Promise<Called<InspectionAnswer> | null> {
  const begun = await begin(file, resumeId, signal);
  if (begun === null || !begun.ok) return begun;
  let upload = begun.value;
  onBegun(upload.id);
  for (let round = 1; !signal.aborted; round += 1) {
    if (upload.inspection !== null) return { ok: true, value: upload.inspection };
    const sent = await sendAll(file, upload, { signal, onStep });
    if (sent === null || !sent.ok) return sent;
    const parts = sent.value;
    onStep({ kind: 'inspecting' });
    const completed = await patiently(() => callApi<InspectionAnswer>('POST', `/api/admin/uploads/${upload.id}/complete`, { parts }), signal);
    if (completed === null || completed.ok || completed.problem?.code !== 'upload-incomplete' || round === roundsAtMost) return completed;
    const again = await standing(upload.id, signal);
    if (again === null || !again.ok) return again;
    upload = again.value;
  }
  return null;
}

async function begin(file: File, resumeId: string | null, signal: AbortSignal): Promise<Called<UploadAnswer> | null> {
  const found = resumeId === null ? null : await standing(resumeId, signal);
  if (found !== null && found.ok && found.value.state !== 'refused' && found.value.state !== 'used') return found;
  const { name: fileName, size: sizeBytes } = file;
  const begun = await patiently(() => callApi<BegunUploadAnswer>('POST', '/api/admin/uploads', { fileName, sizeBytes, contentType: file.type || 'application/pdf' }), signal);
  if (begun === null || !begun.ok) return begun;
  return { ok: true, value: { ...begun.value, fileName, sizeBytes, state: 'uploading', done: [], inspection: null } };
}

function standing(id: string, signal: AbortSignal): Promise<Called<UploadAnswer> | null> {
  return patiently(() => callApi<UploadAnswer>('GET', `/api/admin/uploads/${id}`), signal);
}

/** Sends the missing parts, some at once. Answers all parts with their marks; null: given up. Stops when the library says no. */
async function sendAll(file: File, upload: UploadAnswer, { signal, onStep }: Pick<Options, 'signal' | 'onStep'>): Promise<Called<{ number: number; etag: string }[]> | null> {
  const done = new Map(upload.done.map(({ number, etag }) => [number, etag]));
  const addresses = new Map(upload.parts.map(({ number, url }) => [number, url]));
  const queue = [...addresses.keys()];
  const underway = new Map<number, number>();
  let waitingCount = 0;
  let said: Problem | null = null;
  const sizeOf = (number: number) => partOf(file, number, upload.partSizeBytes).size;
  const tell = () => onStep({ kind: 'sending', sentBytes: sum([...done.keys()].map(sizeOf)) + sum([...underway.values()]), waiting: waitingCount > 0 });

  async function sendOne(number: number): Promise<void> {
    for (let tryNumber = 1; !signal.aborted && said === null; tryNumber += 1) {
      const sent = await sendPart(addresses.get(number) ?? '', partOf(file, number, upload.partSizeBytes), { signal, onProgress: (bytes) => (underway.set(number, bytes), tell()) });
      underway.delete(number);
      if (sent.kind === 'aborted') return;
      if (sent.kind === 'sent') {
        done.set(number, sent.etag);
        return tell();
      }
      waitingCount += 1;
      tell();
      await pause(waitBefore(tryNumber), signal);
      waitingCount -= 1;
      // an address lives an hour, and no longer after a storage that was away
      const fresh = await callApi<UploadAnswer>('GET', `/api/admin/uploads/${upload.id}`);
      if (!fresh.ok && !isAway(fresh.problem)) said = fresh.problem;
      if (fresh.ok) for (const { number: each, url } of fresh.value.parts) addresses.set(each, url);
    }
  }

  async function work(): Promise<void> {
    for (let number = queue.shift(); number !== undefined && !signal.aborted && said === null; number = queue.shift()) await sendOne(number);
  }

  tell();
  await Promise.all(Array.from({ length: atOnce }, work));
  if (signal.aborted) return null;
  return said === null ? { ok: true, value: [...done].map(([number, etag]) => ({ number, etag })) } : { ok: false, problem: said };
}

function partOf(file: File, number: number, partSizeBytes: number): Blob {
  return file.slice((number - 1) * partSizeBytes, number * partSizeBytes);
}

/** Calls again while no answer comes or something is away; every other answer is an answer. */
async function patiently<T>(call: () => Promise<Called<T>>, signal: AbortSignal): Promise<Called<T> | null> {
  for (let tryNumber = 1; !signal.aborted; tryNumber += 1) {
    const called = await call();
    if (called.ok || !isAway(called.problem) || tryNumber === 8) return called;
    await pause(waitBefore(tryNumber), signal);
  }
  return null;
}

function isAway(problem: Problem | null): boolean {
  return problem === null || problem.status === 503 || problem.status === 502 || problem.status === 504;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
