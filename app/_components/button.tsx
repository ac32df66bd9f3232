import Link from 'next/link';
import type { ButtonHTMLAttributes, ComponentProps } from 'react';

export type Look = 'main' | 'plain' | 'quiet' | 'turn' | 'loss';

const looks = {
  /** the one main action of a page */
  main: 'bg-leaf text-on-leaf hover:bg-leaf-strong border border-transparent',
  plain: 'bg-card text-ink border border-edge hover:bg-sunk',
  quiet: 'text-leaf hover:bg-leaf-soft border border-transparent',
  /** take the offer: your turn */
  turn: 'bg-turmeric-soft text-turmeric border border-turmeric hover:bg-turmeric hover:text-paper',
  loss: 'bg-card text-brick border border-brick hover:bg-brick-soft',
} satisfies Record<Look, string>;

export function buttonClasses(look: Look = 'plain', className = ''): string {
  return `tap inline-flex items-center justify-center gap-2 rounded px-4 py-2 text-center font-semibold transition-colors duration-150 ease-calm select-none disabled:opacity-60 disabled:pointer-events-none aria-busy:opacity-70 ${looks[look]} ${className}`;
}

export function Button({ look, className, type = 'button', ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  return <button type={type} className={buttonClasses(look, className)} {...rest} />;
}

export function LinkButton({ look, className, ...rest }: ComponentProps<typeof Link> & { look?: Look }) {
  return <Link className={buttonClasses(look, className)} {...rest} />;
}
