// One beat of the heartbeat in a process of its own, to be killed in the middle.
import { stampHeartbeat } from '@/lib/operations/lending/stamp-heartbeat';

void stampHeartbeat().then(() => process.exit(0));
