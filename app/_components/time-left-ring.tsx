/** A thin ring of the time that is left, 1 = all of it. The words beside it say the same. */
export function TimeLeftRing({ fraction, className = 'size-10' }: { fraction: number; className?: string }) {
  const left = Math.min(1, Math.max(0, fraction));
  return (
    <svg viewBox="0 0 40 40" className={`shrink-0 -rotate-90 ${left < 1 / 6 ? 'text-turmeric' : 'text-leaf'} ${className}`} aria-hidden fill="none" strokeWidth="3">
      <circle cx="20" cy="20" r="17" className="stroke-line" />
      <circle cx="20" cy="20" r="17" stroke="currentColor" strokeLinecap="round" pathLength={100} strokeDasharray={`${left * 100} 100`} opacity={left === 0 ? 0 : 1} />
    </svg>
  );
}
