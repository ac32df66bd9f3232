// One sweep in a process of its own, to be killed in the middle.
import { settleDue } from '@/lib/operations/lending/settle-due';

void settleDue().then(() => process.exit(0));
