'use client';

import { useTranslations } from 'next-intl';
import { useState, type DragEvent } from 'react';
import { Icon } from '@/app/_components/icon';
import { uploadLimitBytes } from '@/lib/domain/catalogue/upload-parts';
import { useFormats } from '@/app/_components/use-formats';

// What is promised in round figures; the library takes a little more (500 MiB).
const promisedBytes = 500_000_000;

/** A place to drop a PDF on, which is also the label of a file input: mouse, finger and keyboard find the same. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('collection.upload');
  const formats = useFormats();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  function take(file: File | undefined): void {
    if (file === undefined) return;
    const found = problemOf(file);
    setProblem(found === null ? null : t(found, { limit: formats.bytes(promisedBytes), name: file.name }));
    if (found === null) onFile(file);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  return (
    <div>
      <label
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`flex cursor-pointer flex-col items-center gap-2 rounded-lg border-2 border-dashed px-4 py-10 text-center focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-leaf ${over ? 'border-leaf bg-leaf-soft' : 'border-edge bg-card hover:bg-sunk'}`}
      >
        <Icon name="upload" className="size-8 text-leaf" />
        <span className="text-lg font-bold text-leaf">{t('choose')}</span>
        <span className="text-ink-soft">{t('chooseHint', { limit: formats.bytes(promisedBytes) })}</span>
        <input type="file" name="file" accept="application/pdf,.pdf" className="sr-only" aria-label={t('choose')} onChange={(event) => (take(event.target.files?.[0]), (event.target.value = ''))} />
      </label>
      <p role="alert" className="mt-2 font-semibold text-brick empty:hidden">
        {problem}
      </p>
    </div>
  );
}

/** What is certain without sending a byte; the library itself judges the rest. */
function problemOf(file: File): 'tooLarge' | 'emptyFile' | 'notPdf' | null {
  if (file.size === 0) return 'emptyFile';
  if (file.size > uploadLimitBytes) return 'tooLarge';
  return file.type === 'application/pdf' || /\.pdf$/i.test(file.name) ? null : 'notPdf';
}
