import { useRef, useState } from "react";
import { themeWords } from "../../messages/theme";
import { useDismiss } from "../figure/use-dismiss";
import { Icon } from "../Icon";
import { ThemeSwitch } from "../ThemeSwitch";
import styles from "./home.module.css";

/** The colours of the page, behind a button. */
export function ThemeMenu() {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useDismiss(menu, isOpen, (byKey) => {
    setOpen(false);
    if (byKey) button.current?.focus();
  });
  return (
    <div ref={menu} className={styles.theme}>
      <button ref={button} type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {themeWords.theme}
        <Icon name="down" />
      </button>
      {isOpen && (
        <div className={styles.themes}>
          <ThemeSwitch />
        </div>
      )}
    </div>
  );
}
