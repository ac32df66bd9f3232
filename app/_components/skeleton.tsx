/** The shape of what comes. Give it the size of the real thing, so that nothing jumps. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <span aria-hidden className={`block animate-[breathe_1.6s_ease-in-out_infinite] rounded-sm bg-sunk ${className}`} />;
}
