import { NothingHere } from './_components/nothing-here';
import { SiteFrame } from './_components/site-frame';

export default function NotFound() {
  return (
    <SiteFrame>
      <NothingHere />
    </SiteFrame>
  );
}
