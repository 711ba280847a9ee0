import { useEffect, useRef } from "react";
import { charts as words } from "../../messages/charts";
import { useLab } from "../store";
import { useEnlarged } from "./enlarged";
import styles from "./Charts.module.css";

const shrink = () => useEnlarged.setState({ enlarged: false });

/** Gives the charts the whole side column, to be read from afar, and takes it back; so does Escape. */
export function Enlarge() {
  const { enlarged } = useEnlarged();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!enlarged) return undefined;
    button.current?.scrollIntoView(); // on a phone the page scrolls
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !useLab.getState().dialog) shrink();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [enlarged]);
  useEffect(() => shrink, []);
  return (
    <button
      ref={button}
      type="button"
      className={styles.enlarge}
      onClick={() => useEnlarged.setState({ enlarged: !enlarged })}
      aria-keyshortcuts={enlarged ? "Escape" : undefined}
    >
      {enlarged ? words.smaller : words.enlarge}
    </button>
  );
}
