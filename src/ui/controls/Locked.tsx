import { locks as words } from "../../messages/locks";

/** Beside the name of a control that cannot be used, as it is locked. */
export function Locked() {
  return <span className="quiet"> {words.locked}</span>;
}
