import { NothingHere } from './_components/nothing-here';

/** Never seen: what is not there is drawn by `orAway`, in the frame of its part, and whatever is nobody's address is the catalogue's. */
export default NothingHere;
