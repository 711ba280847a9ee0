import { useMemo } from "react";
import { code as words } from "../../messages/code";
import { useCopy } from "../use-copy";
import { tokens, type Language } from "./tokens";
import styles from "./Code.module.css";

/** Code that can be scrolled by keyboard and copied. `actions` stand beside the button that copies. */
export function Listing({
  label,
  text,
  language,
  actions,
}: {
  label: string;
  text: string;
  language: Language;
  actions?: React.ReactNode;
}) {
  const { says, copy } = useCopy(text, words.copied, words.notCopied);
  const parts = useMemo(() => tokens(text, language), [text, language]);
  return (
    <section className={styles.listing} aria-label={label}>
      <div className={styles.bar}>
        <span className={styles.place}>{label}</span>
        <span role="status">{says}</span>
        {actions}
        <button type="button" onClick={copy}>
          {words.copy}
        </button>
      </div>
      {/* Wider than the dialog, it scrolls: so it can be focused. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0}>
        <code>
          {parts.map(({ text: part, kind }, i) =>
            kind ? (
              <span key={i} className={styles[kind]}>
                {part}
              </span>
            ) : (
              part
            ),
          )}
        </code>
      </pre>
    </section>
  );
}
