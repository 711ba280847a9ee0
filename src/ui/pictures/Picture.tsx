import { useEffect, useRef, type ReactNode } from "react";
import type { Plot } from "../../plots/plot-frame";
import { showFigure } from "../figure/figures";
import { isMoving } from "../moving";
import { frames } from "../session";
import { PictureFoot } from "./PictureFoot";
import { SIGHTS, type Source } from "./source";
import styles from "./pictures.module.css";

interface Props<Data> {
  /** Names the files it is saved as, and its table. */
  name: string;
  /** Must stay the same function while the picture is to stay. */
  create: (host: HTMLElement) => Plot<Data>;
  read: () => Data | null;
  source?: Source;
  /** Needs more room than others, or less. */
  room?: "tall" | "low";
  /** What to notice, under the picture. */
  children?: ReactNode;
}

/** A picture that is drawn outside React whenever there are new data, with its table and files. */
export function Picture<Data>({ name, create, read, source = SIGHTS, room, children }: Props<Data>) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<Plot<Data>>(null);
  const reader = useRef(read);
  useEffect(() => {
    reader.current = read;
  });
  useEffect(() => {
    if (!host.current) return undefined;
    const plot = create(host.current);
    drawn.current = plot;
    let shown: Data | null = null;
    const draw = () => {
      const data = reader.current();
      if (data === shown) return;
      shown = data;
      plot.update(data);
      const followsRun = source === SIGHTS && isMoving(frames.latest?.status);
      if (!followsRun) plot.refreshLabel();
    };
    draw();
    const stop = source.subscribe(draw);
    const hide = showFigure(plot);
    return () => {
      stop();
      hide();
      plot.destroy();
    };
  }, [create, source]);
  return (
    <>
      <div ref={host} className={styles.picture} data-room={room} />
      {children}
      <PictureFoot name={name} plot={() => drawn.current} source={source} />
    </>
  );
}
