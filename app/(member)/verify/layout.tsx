export { AccountWords as default } from '../_components/account-words';
