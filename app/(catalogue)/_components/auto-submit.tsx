'use client';

import { useEffect, useRef } from 'react';

/** With JavaScript a chosen filter takes effect at once; without, the button does it. Empty fields stay out of the address. */
export function AutoSubmit() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = mark.current?.closest('form');
    if (!form) return;
    const onChange = (event: Event) => {
      const field = event.target;
      if (field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type === 'checkbox')) form.requestSubmit();
    };
    const onFormData = (event: FormDataEvent) => {
      for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
    };
    form.addEventListener('change', onChange);
    form.addEventListener('formdata', onFormData);
    return () => {
      form.removeEventListener('change', onChange);
      form.removeEventListener('formdata', onFormData);
    };
  }, []);
  return <span ref={mark} hidden />;
}
