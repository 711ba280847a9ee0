import type { MouseEvent } from "react";
import type { Chapter } from "../../lessons";
import { gallery as words } from "../../messages/gallery";
import { fill } from "../../messages/section";
import type { Preset } from "../../scenario/presets";
import { isForBrowser } from "../is-for-browser";
import { presetHref, type Card } from "./cards";
import { Thumbnail } from "./Thumbnail";
import styles from "./gallery.module.css";

interface CardProps {
  card: Card;
  onOpen: ((preset: Preset) => void) | undefined;
}

/** A preset: its picture, what it is, what to notice, where it comes from and what was measured. */
export function PresetCard({ card: { preset, algorithm, measured }, onOpen }: CardProps) {
  const open = (event: MouseEvent) => {
    if (!onOpen || isForBrowser(event)) return;
    event.preventDefault();
    onOpen(preset);
  };
  return (
    <li className={styles.card}>
      <Thumbnail scenario={preset.scenario} />
      <div className={styles.words}>
        <a href={presetHref(preset.id)} className={styles.title} onClick={open}>
          {preset.title}
        </a>
        {algorithm !== preset.title && <p className={styles.algorithm}>{algorithm}</p>}
        <p>{preset.notice}</p>
        <p className="quiet">{preset.source}</p>
        {measured !== undefined && <p className="quiet">{measured}</p>}
      </div>
    </li>
  );
}

/** A chapter of the lecture: what it is called, and what it answers. */
export function ChapterEntry({ chapter: { id, number, title, question } }: { chapter: Chapter }) {
  return (
    <li className={styles.chapter}>
      <a href={`?lesson=${id}`} className={styles.title}>
        {fill(words.chapter, { number, title })}
      </a>
      <p>{question}</p>
    </li>
  );
}
