import { useCallback, useState } from "react";
import { createPortal } from "react-dom";
import { glimpseOwn as words } from "../../../messages/glimpse-own";
import { createGlimpseImage } from "../../../plots/glimpse-image";
import { createGlimpseSteps } from "../../../plots/glimpse-steps";
import { Picture } from "../../pictures/Picture";
import type { Source } from "../../pictures/source";
import { useAnswers } from "./ask";
import { Adjust } from "./Adjust";
import { ownPicture, useOwn } from "./own-lab";
import { Status } from "./Status";
import { Surface } from "./Surface";
import { Tools } from "./Tools";
import styles from "../glimpse.module.css";
import own from "./own.module.css";
import pictures from "../../pictures/pictures.module.css";

const OWN: Source = { subscribe: (listener) => useOwn.subscribe(listener) };
const read = () => ownPicture(useOwn.getState());

/** An image of one's own, drawn or taken from the test set, and what the network makes of it while one changes it. */
export function OwnView() {
  useAnswers();
  return (
    <div className={pictures.panel}>
      <Tools />
      <Status />
      <div className={`${styles.beside} ${own.stage}`}>
        <div className={styles.column}>
          <OwnImage />
        </div>
        <div className={styles.column}>
          <Picture name={words.glimpses} create={createGlimpseSteps} read={read} source={OWN} />
          <Adjust />
        </div>
      </div>
    </div>
  );
}

function OwnImage() {
  const [surface] = useState(() => document.createElement("div"));
  const create = useCallback((host: HTMLElement) => createGlimpseImage(host, surface), [surface]);
  return (
    <>
      <Picture name={words.image} create={create} read={read} source={OWN} />
      {createPortal(<Surface />, surface)}
    </>
  );
}
