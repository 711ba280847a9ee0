import { lazy, Suspense, useState, type MouseEvent, type ReactNode } from "react";
import { chapters } from "../../lessons";
import { home } from "../../messages/home";
import { fill } from "../../messages/section";
import { isForBrowser } from "../is-for-browser";
import { seenSteps } from "../lesson/progress";
import { lasting } from "../storage/safe-storage";
import { Shelf } from "../storage/shelf";
import type { Work } from "../storage/works";
import { LAB_IDS } from "./lab-ids";
import { showGallery } from "./show-gallery";
import styles from "./home.module.css";

/** Works that are listed; the others are in the lab, under Presets. */
const MOST_LISTED = 3;

const Works = lazy(() => import("./Works").catch(() => ({ default: NoWorks })));

function NoWorks() {
  return <p>{home.worksNotLoaded}</p>;
}

/** Where one can go from here. Links, so that each can be opened in a tab of its own. */
export function Ways() {
  const [works] = useState(keptWorks);
  return (
    <nav className={styles.ways} aria-label={home.ways}>
      <LectureWay />
      <Way about={home.aboutLabs}>
        {home.openLab}
        <span className={styles.labs}>
          {LAB_IDS.map((id) => (
            <a key={id} href={`?lab=${id}`}>
              {home[id]}
            </a>
          ))}
        </span>
      </Way>
      <Way about={home.aboutPresets}>
        <a href="?find=" onClick={toGallery}>
          {home.presets}
        </a>
      </Way>
      {works.length > 0 && (
        <div className={styles.way}>
          <h2>{home.ownWork}</h2>
          <Suspense fallback={<div style={{ height: `${3 * works.length}rem` }} />}>
            <Works works={works} />
          </Suspense>
        </div>
      )}
    </nav>
  );
}

function Way({ about, children }: { about: string; children: ReactNode }) {
  return (
    <div className={styles.way}>
      <h2>{children}</h2>
      <p>{about}</p>
    </div>
  );
}

/** Its beginning, or where it was left, for who has seen some of it. */
function LectureWay() {
  const [seen] = useState(seenSteps);
  const last = chapters.findLast(({ id }) => seen[id] !== undefined);
  const about = fill(home.aboutLecture, { count: chapters.length });
  const start = `?lesson=${chapters[0].id}`;
  if (!last) {
    return (
      <Way about={about}>
        <a href={start}>{home.takeLecture}</a>
      </Way>
    );
  }
  const place = { number: last.number, step: seen[last.id] };
  return (
    <Way about={about}>
      <a href={`?lesson=${last.id}&step=${place.step}`}>{fill(home.goOnLecture, place)}</a>
      <a href={start} className={styles.aside}>
        {home.fromStart}
      </a>
    </Way>
  );
}

function keptWorks(): readonly Work[] {
  return new Shelf(lasting, () => Date.now()).list().works.slice(0, MOST_LISTED);
}

function toGallery(event: MouseEvent): void {
  if (!isForBrowser(event) && showGallery()) event.preventDefault();
}
