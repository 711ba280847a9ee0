import { useEffect, useRef, useState, type ComponentType } from "react";
import { LAB_PARTS, type LabPart } from "../lab-parts";
import { useLab } from "../store";
import { playWhenSeen } from "./autoplay";
import { EmbedBar } from "./EmbedBar";
import { embedOptions } from "./options";
import { tellHeight } from "./tell";
import styles from "./embed.module.css";

/** What is shown beside the figure where the address does not say. */
const USUAL: ReadonlySet<LabPart> = new Set(["transport", "caption"]);
/** … and beside a step of the lecture, which chooses among them. */
const ALL: ReadonlySet<LabPart> = new Set(LAB_PARTS);

interface Props {
  /** Handed in, not imported: it comes with the start of the page, which this chunk must not pull apart. */
  Lab: ComponentType<{ parts: ReadonlySet<LabPart> }>;
}

/** The lab in a frame of another page: the parts that its address asks for, and the way to all of it. */
export function EmbedPage({ Lab }: Props) {
  const [options] = useState(() => embedOptions(location.search));
  const lesson = useLab((lab) => lab.lesson !== null);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => (page.current ? tellHeight(page.current) : undefined), []);
  useEffect(() => {
    return page.current && options.autoplay ? playWhenSeen(page.current) : undefined;
  }, [options]);
  return (
    <div ref={page} className={styles.page}>
      <EmbedBar />
      <Lab parts={options.show ?? (lesson ? ALL : USUAL)} />
    </div>
  );
}
