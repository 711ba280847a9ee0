import { useCallback } from "react";
import { cartPolePictures as words } from "../../../messages/cart-pole-pictures";
import { createNetworkDrawing } from "../../../plots/network-drawing";
import { Empty } from "../../pictures/Empty";
import { Picture } from "../../pictures/Picture";
import { useLook, useSights } from "../../pictures/sights";
import { SaveWeights } from "./SaveWeights";
import { useWorld } from "./world";
import drawings from "./drawings.module.css";
import styles from "../../pictures/pictures.module.css";

/** The networks with their weights, and what flows through them in the present state. */
export function NetworkPanel() {
  useLook({ networks: true });
  const { actions } = useWorld();
  const create = useCallback((host: HTMLElement) => createNetworkDrawing(host, actions), [actions]);
  const titles = useSights(({ networks }) => networks?.map(({ title }) => title).join("\n"));
  if (!titles) {
    return <Empty text={words.noNetwork} />;
  }
  return (
    <div className={styles.panel}>
      <div className={drawings.drawings}>
        {titles.split("\n").map((title, i) => (
          <div key={`${i} ${title}`} className={drawings.drawing}>
            <Picture name={title} create={create} read={() => useSights.getState().networks?.[i] ?? null} />
          </div>
        ))}
      </div>
      <div className={styles.foot}>
        <p className={styles.caption}>{words.networkCaption}</p>
        <div className={styles.files}>
          <SaveWeights />
        </div>
      </div>
    </div>
  );
}
