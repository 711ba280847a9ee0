import { useEffect, useRef, useState } from "react";
import { header as words } from "../messages/header";
import { works } from "../messages/works";
import { Icon } from "./Icon";
import { LABS, labOf } from "./labs";
import { openLab } from "./open-lab";
import { setPresenting } from "./mode-state";
import { redo, undo } from "./session";
import { useLab, type LabState } from "./store";
import { titleOf } from "./preset-of";
import { ThemeSwitch } from "./ThemeSwitch";
import { useDismiss } from "./figure/use-dismiss";
import styles from "./Header.module.css";

/** The top of the page: what it is, which experiment is on screen, and what concerns all of it. */
export function Header() {
  const title = useLab((lab) => titleOf(lab.scenario));
  const unnamed = useLab(({ lesson, origin }) =>
    lesson && origin === "preset" ? works.ofLecture : works.unnamed,
  );
  const show = (dialog: LabState["dialog"]) => useLab.setState({ dialog });
  const [open, setOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useDismiss(menu, open, (byKey) => {
    setOpen(false);
    if (byKey) more.current?.focus();
  });
  useEffect(() => {
    document.title = title === undefined ? "Bellman" : `${title} · Bellman`;
  }, [title]);
  const choose = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <header className={styles.header}>
      <h1 className={styles.mark}>
        <a href="./">Bellman</a>
      </h1>
      <nav className={styles.labs} aria-label={words.labs}>
        <Labs />
        <LectureButton />
      </nav>
      <button type="button" className={styles.presets} aria-haspopup="dialog" onClick={() => show("presets")}>
        <span className={styles.title}>
          <span className="aloud">{words.presetsNow} </span>
          {title ?? unnamed}
        </span>
        <Icon name="down" />
      </button>
      <div className={styles.tools}>
        <span className={styles.history}>
          <History />
        </span>
        <button type="button" className={styles.share} aria-haspopup="dialog" onClick={() => show("share")}>
          {words.share}
        </button>
        <PresentButton className={styles.present} />
        <div className={styles.more} ref={menu}>
          <button ref={more} type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {words.more}
            <Icon name="down" />
          </button>
          {open && (
            <div className={styles.panel}>
              <nav className={styles.labsInside} aria-label={words.labs}>
                <Labs opened={() => setOpen(false)} />
                <LectureButton opened={() => setOpen(false)} />
              </nav>
              <div className={styles.historyInside}>
                <History />
              </div>
              <PresentButton className={styles.presentInside} />
              <ThemeSwitch />
              <button type="button" onClick={choose(() => show("keys"))}>
                {words.keys}
              </button>
              <button type="button" onClick={choose(() => show("benchmark"))}>
                {words.benchmark}
              </button>
              <button type="button" onClick={choose(() => show("about"))}>
                {words.about}
              </button>
            </div>
          )}
        </div>
      </div>
    </header>
  );
}

function Labs({ opened }: { opened?: () => void }) {
  const current = useLab((lab) => labOf(lab.scenario));
  return LABS.map(({ id, title }) => (
    <button
      key={id}
      type="button"
      aria-current={id === current ? "page" : undefined}
      onClick={() => {
        openLab(id);
        opened?.();
      }}
    >
      {title}
    </button>
  ));
}

function LectureButton({ opened }: { opened?: () => void }) {
  const inside = useLab((lab) => lab.lesson !== null);
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-current={inside ? "page" : undefined}
      onClick={() => {
        useLab.setState({ dialog: "lecture" });
        opened?.();
      }}
    >
      {words.lecture}
    </button>
  );
}

function PresentButton({ className }: { className: string | undefined }) {
  return (
    <button type="button" className={className} onClick={() => setPresenting(true)}>
      {words.present}
    </button>
  );
}

function History() {
  const canUndo = useLab((lab) => lab.past.length > 0);
  const canRedo = useLab((lab) => lab.future.length > 0);
  return (
    <>
      <button type="button" aria-disabled={!canUndo} onClick={undo} aria-keyshortcuts="Control+Z Meta+Z">
        {words.undo}
      </button>
      <button
        type="button"
        aria-disabled={!canRedo}
        onClick={redo}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
      >
        {words.redo}
      </button>
    </>
  );
}
