import { useCallback } from "react";
import { createNetworkDrawing } from "../../../plots/network-drawing";
import { Empty } from "./Empty";
import { Picture } from "./Picture";
import { useLook, useSights } from "./sights";
import { useWorld } from "./world";
import styles from "./pictures.module.css";

/** The networks with their weights, and what flows through them in the present state. */
export function NetworkPanel() {
  useLook({ networks: true });
  const { actions } = useWorld();
  const create = useCallback((host: HTMLElement) => createNetworkDrawing(host, actions), [actions]);
  const titles = useSights(({ networks }) => networks?.map(({ title }) => title).join("\n"));
  if (!titles) {
    return <Empty>The network, its weights and what flows through it appear as soon as it is there.</Empty>;
  }
  return (
    <div className={styles.panel}>
      <div className={styles.drawings}>
        {titles.split("\n").map((title, i) => (
          <div key={`${i} ${title}`} className={styles.drawing}>
            <Picture name={title} create={create} read={() => useSights.getState().networks?.[i] ?? null} />
          </div>
        ))}
      </div>
      <p className={styles.caption}>
        Lines are weights, circles what each unit puts out in the present state of the first cart. Step on and
        see which units wake up when the pole leans the other way.
      </p>
    </div>
  );
}
