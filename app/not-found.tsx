import { NothingHere } from './_components/nothing-here';

/** Never seen: each part has its own, and whatever is nobody's address falls to the catalogue's. */
export default NothingHere;
