import { cartPolePictures as words } from "../../../messages/cart-pole-pictures";
import { createHistogram } from "../../../plots/histogram";
import { Empty } from "../../pictures/Empty";
import { Picture } from "../../pictures/Picture";
import { useLook, useSights } from "../../pictures/sights";
import styles from "../../pictures/pictures.module.css";

/** How far the network's values are from their targets, over the memory. */
export function ErrorsPanel() {
  useLook({ errors: true });
  const some = useSights(({ errors }) => (errors?.errors.length ?? 0) > 0);
  if (!some) {
    return <Empty text={words.noErrors} />;
  }
  return (
    <div className={styles.panel}>
      <Picture name={words.errors} create={createHistogram} read={() => useSights.getState().errors ?? null}>
        <p className={styles.caption}>{words.errorsCaption}</p>
      </Picture>
    </div>
  );
}
