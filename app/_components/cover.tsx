import { sasirangan } from '@/lib/domain/catalogue/sasirangan';
import { SasiranganField } from './sasirangan';

type Of = { readonly id: string; readonly title: string; readonly authors: readonly string[]; readonly coverUrl: string | null };

// Ground and thread of a made cover: the cloth's old dyes (indigo, leaf, turmeric, brick, plum, slate), dark enough for light thread.
const tones = ['bg-[#243a5e]', 'bg-[#1d4d36]', 'bg-[#6b4a12]', 'bg-[#6e2a1c]', 'bg-[#4d2748]', 'bg-[#2f4448]'] as const;

/**
 * 2:3 with a thin spine shadow. Without a picture: the title on cloth made from its id. Decorative beside the title's name,
 * so it has no alternative text of its own.
 */
export function Cover({ of, className = '', eager = false }: { of: Of; className?: string; eager?: boolean }) {
  return (
    <span className={`relative block aspect-[2/3] overflow-hidden rounded-sm bg-sunk shadow-[0_1px_3px_rgb(0_0_0/0.25)] ${className}`}>
      {of.coverUrl === null ? <MadeCover of={of} /> : <img src={of.coverUrl} srcSet={`${of.coverUrl.replace('-480.', '-240.')} 240w, ${of.coverUrl} 480w`} sizes="(min-width: 768px) 220px, 45vw" alt="" width={480} height={720} loading={eager ? 'eager' : 'lazy'} fetchPriority={eager ? 'high' : 'auto'} decoding="async" className="size-full object-cover" />}
      <span aria-hidden className="absolute inset-y-0 left-0 w-[6%] bg-linear-to-r from-black/25 via-white/15 to-transparent" />
    </span>
  );
}

function MadeCover({ of }: { of: Of }) {
  const { tone } = sasirangan(of.id, 60);
  return (
    <span aria-hidden className={`@container flex size-full flex-col text-[#f6efdf] ${tones[tone]}`}>
      <SasiranganField seed={of.id} height={60} className="w-full flex-none opacity-75" />
      <span className="flex min-h-0 flex-1 flex-col justify-between gap-1 overflow-hidden p-[8%] pl-[11%]">
        <span className="line-clamp-4 text-[9cqw] leading-tight font-bold">{of.title}</span>
        <span className="line-clamp-2 text-[6.5cqw] leading-tight opacity-90">{of.authors.join(', ')}</span>
      </span>
    </span>
  );
}
