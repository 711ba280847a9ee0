import { lazy, Suspense } from "react";
import { home } from "../../messages/home";
import { ThemeMenu } from "./ThemeMenu";
import { useAfterPaint } from "./use-after-paint";
import { Ways } from "./Ways";
import styles from "./home.module.css";

const fetchFigure = () => import("./Running");

const Running = lazy(() => fetchFigure().catch(() => ({ default: NoFigure })));

/** After the figure, which it is not to keep waiting. */
const Find = lazy(() =>
  fetchFigure()
    .catch(() => {})
    .then(() => import("./Find"))
    .catch(() => ({ default: NoGallery })),
);

function NoFigure() {
  return (
    <>
      <div className={styles.stage} />
      <p className={styles.controls}>{home.figureNotLoaded}</p>
    </>
  );
}

/** As much room as the figure and its controls take when they have come. */
function Room() {
  return (
    <>
      <div className={styles.stage} />
      <div className={styles.controls} />
    </>
  );
}

function NoGallery() {
  return <p>{home.galleryNotLoaded}</p>;
}

/**
 * The first page of a visit: what this is, a run of it, the ways in, and everything that can be opened. What stands here
 * is painted at once; what runs or is long comes after that.
 */
export function Home() {
  const isPainted = useAfterPaint();
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>{home.title}</h1>
        <ThemeMenu />
      </header>
      <main className={styles.main}>
        <p className={styles.what}>{home.what}</p>
        <section className={styles.figure} aria-label={home.figure}>
          <Suspense fallback={<Room />}>{isPainted ? <Running /> : <Room />}</Suspense>
          <p className={styles.caption}>{home.caption}</p>
        </section>
        <Ways />
        <section id="presets" className={styles.presets} aria-labelledby="presets-heading">
          <h2 id="presets-heading">{home.gallery}</h2>
          {isPainted && (
            <Suspense>
              <Find />
            </Suspense>
          )}
        </section>
      </main>
      <footer className={`quiet ${styles.footer}`}>{home.foot}</footer>
    </div>
  );
}
