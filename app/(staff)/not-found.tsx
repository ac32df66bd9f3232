import { NothingHere } from '@/app/_components/nothing-here';

/** For a member at a librarian's address: the layout of /admin itself says that nothing is here. */
export default NothingHere;
