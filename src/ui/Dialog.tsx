import { useEffect, useId, useRef, type ReactNode } from "react";
import { dialogs as words } from "../messages/dialogs";
import { useLab } from "./store";
import styles from "./Dialog.module.css";

const close = () => useLab.setState({ dialog: null });

/** A modal dialog: the browser's own, which keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({
  title,
  wide = false,
  children,
}: {
  title: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const node = dialog.current;
    if (!node) return undefined;
    if (!node.open) node.showModal();
    // A click beside the dialog hits the element itself, not what is inside.
    const beside = (event: MouseEvent) => event.target === node && close();
    node.addEventListener("click", beside);
    return () => {
      node.removeEventListener("click", beside);
      node.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${wide ? styles.wide : ""}`}
      aria-labelledby={heading}
      onClose={() => !dialog.current?.open && close()}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <button type="button" onClick={close}>
            {words.close}
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
