'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi, type Problem } from '@/app/_components/call-api';
import type { InspectionAnswer, UploadAnswer } from '@/lib/http/schemas/uploads';
import { isSameFile, keep, readKept, type KeptUpload } from './kept-upload';
import { uploadFile, type Step } from './upload-file';

export type UploadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly file: File; readonly sentBytes: number; readonly waiting: boolean }
  | { readonly kind: 'inspecting'; readonly file: File }
  | { readonly kind: 'inspected'; readonly fileName: string; readonly inspection: InspectionAnswer }
  | { readonly kind: 'failed'; readonly file: File; readonly problem: Problem | null };

/** One file on its way, and the one of an earlier visit that can go on. `purpose` tells a new title's from another file for a title. */
export function useUpload(purpose: string) {
  const [state, setState] = useState<UploadState>({ kind: 'idle' });
  const [kept, setKept] = useState<KeptUpload | null>(null);
  const giveUp = useRef<AbortController | null>(null);

  useEffect(() => {
    let left = false;
    lookBack(purpose).then((found) => {
      if (left || found === null) return;
      if (found.upload.inspection !== null) return setState((now) => (now.kind === 'idle' && found.upload.inspection !== null ? { kind: 'inspected', fileName: found.kept.fileName, inspection: found.upload.inspection } : now));
      setKept(found.kept);
    }, () => undefined);
    return () => {
      left = true;
      giveUp.current?.abort();
    };
  }, [purpose]);

  const choose = useCallback(
    async (file: File) => {
      giveUp.current?.abort();
      const controller = new AbortController();
      giveUp.current = controller;
      setState({ kind: 'sending', file, sentBytes: 0, waiting: false });
      const before = readKept(purpose);
      const resumeId = before !== null && isSameFile(before, file) ? before.id : null;
      if (before !== null && resumeId === null) void callApi('DELETE', `/api/admin/uploads/${before.id}`);
      setKept(null);
      const ended = await uploadFile(file, {
        resumeId,
        signal: controller.signal,
        onBegun: (id) => keep(purpose, { id, fileName: file.name, sizeBytes: file.size, lastModified: file.lastModified }),
        onStep: (step: Step) => !controller.signal.aborted && setState({ file, ...step }),
      });
      if (ended === null || controller.signal.aborted) return;
      if (ended.ok) return setState({ kind: 'inspected', fileName: file.name, inspection: ended.value });
      // The file itself was refused, or is gone: nothing to resume. Anything else (logged out, away) goes on later.
      if (ended.problem !== null && [404, 413, 422].includes(ended.problem.status)) keep(purpose, null);
      setState({ kind: 'failed', file, problem: ended.problem });
    },
    [purpose],
  );

  /** Gives up what is on its way or lies finished, here and in the storage. */
  const cancel = useCallback(() => {
    giveUp.current?.abort();
    const before = readKept(purpose);
    if (before !== null) void callApi('DELETE', `/api/admin/uploads/${before.id}`);
    keep(purpose, null);
    setKept(null);
    setState({ kind: 'idle' });
  }, [purpose]);

  /** The file belongs to its title now: there is nothing to resume. */
  const settle = useCallback(() => {
    keep(purpose, null);
    setState({ kind: 'idle' });
  }, [purpose]);

  return { state, kept, choose, cancel, settle };
}

/** What an earlier visit left, if the library still knows it. */
async function lookBack(purpose: string): Promise<{ kept: KeptUpload; upload: UploadAnswer } | null> {
  const kept = readKept(purpose);
  if (kept === null) return null;
  const standing = await callApi<UploadAnswer>('GET', `/api/admin/uploads/${kept.id}`);
  if (standing.ok && (standing.value.state === 'uploading' || standing.value.state === 'inspected')) return { kept, upload: standing.value };
  if (standing.ok || standing.problem?.status === 404) keep(purpose, null);
  return null;
}
