import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { Icon } from './icon';

type Around = { readonly name: string; readonly label: ReactNode; readonly hint?: ReactNode; readonly error?: ReactNode };

const box = 'tap w-full rounded border bg-card px-3 py-2 text-ink placeholder:text-ink-soft aria-invalid:border-brick aria-invalid:border-2 border-edge';

/** Label, hint, error, input in that order; two forms of a page may ask for the same name; what was typed stays (give it back as defaultValue or value). */
export function TextField({ name, label, hint, error, className = '', ...rest }: Around & InputHTMLAttributes<HTMLInputElement>) {
  const control = useControl(rest.id, hint, error);
  return (
    <Surround {...{ id: control.id, label, hint, error, className }}>
      <input {...rest} {...control} name={name} className={box} />
    </Surround>
  );
}

export function TextArea({ name, label, hint, error, className = '', ...rest }: Around & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const control = useControl(rest.id, hint, error);
  return (
    <Surround {...{ id: control.id, label, hint, error, className }}>
      <textarea rows={4} {...rest} {...control} name={name} className={box} />
    </Surround>
  );
}

/** A native select: works with a thumb, a keyboard and without JavaScript. Children are its options. */
export function SelectField({ name, label, hint, error, className = '', ...rest }: Around & SelectHTMLAttributes<HTMLSelectElement>) {
  const control = useControl(rest.id, hint, error);
  return (
    <Surround {...{ id: control.id, label, hint, error, className }}>
      <select {...rest} {...control} name={name} className={box} />
    </Surround>
  );
}

export function CheckField({ name, label, hint, error, className = '', ...rest }: Around & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  const control = useControl(rest.id, hint, error);
  return (
    <div className={className}>
      <label htmlFor={control.id} className="tap flex items-center gap-3">
        <input {...rest} {...control} name={name} type="checkbox" className="size-5 shrink-0 accent-leaf" />
        <span>{label}</span>
      </label>
      <Beside {...{ id: control.id, hint, error }} />
    </div>
  );
}

/** A control's id, given or made for it, and what a screen reader says of it. */
function useControl(given: string | undefined, hint: ReactNode, error: ReactNode) {
  const own = useId();
  const id = given ?? own;
  return { id, 'aria-invalid': error === undefined ? undefined : true, 'aria-describedby': describedBy(id, hint, error) } as const;
}

function Surround({ id, label, hint, error, className, children }: { id: string; label: ReactNode; hint: ReactNode; error: ReactNode; className: string; children: ReactNode }) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <Beside {...{ id, hint, error }} />
      {children}
    </div>
  );
}

function Beside({ id, hint, error }: { id: string; hint: ReactNode; error: ReactNode }) {
  return (
    <>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="mb-1 flex items-start gap-1.5 text-sm font-semibold text-brick">
          <Icon name="warning" className="mt-0.5 size-4" />
          <span>{error}</span>
        </p>
      )}
    </>
  );
}

function describedBy(id: string, hint: ReactNode, error: ReactNode): string | undefined {
  const ids = [hint === undefined ? [] : [`${id}-hint`], error === undefined ? [] : [`${id}-error`]].flat();
  return ids.length === 0 ? undefined : ids.join(' ');
}
