import { createHistogram } from "../../../plots/histogram";
import { Empty } from "../../pictures/Empty";
import { Picture } from "../../pictures/Picture";
import { useLook, useSights } from "../../pictures/sights";
import { ERRORS_CAPTION } from "./captions";
import styles from "../../pictures/pictures.module.css";

/** How far the network's values are from their targets, over the memory. */
export function ErrorsPanel() {
  useLook({ errors: true });
  const some = useSights(({ errors }) => (errors?.errors.length ?? 0) > 0);
  if (!some) {
    return (
      <Empty>
        Here the errors δ = y − Q(s, a) of the stored transitions will show. Press <b>Run</b> or <b>Step</b>:
        every step of the agent stores one.
      </Empty>
    );
  }
  return (
    <div className={styles.panel}>
      <Picture name="TD errors" create={createHistogram} read={() => useSights.getState().errors ?? null}>
        <p className={styles.caption}>{ERRORS_CAPTION}</p>
      </Picture>
    </div>
  );
}
