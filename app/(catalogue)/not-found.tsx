import { NothingHere } from '@/app/_components/nothing-here';

/** Without this file the site's own page would stand here, a frame in the frame of this part. */
export default NothingHere;
