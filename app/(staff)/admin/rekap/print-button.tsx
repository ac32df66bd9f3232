'use client';

import { Button } from '@/app/_components/button';
import { Icon } from '@/app/_components/icon';

export function PrintButton({ label }: { label: string }) {
  return (
    <Button look="main" onClick={() => window.print()}>
      <Icon name="print" className="size-5" />
      {label}
    </Button>
  );
}
