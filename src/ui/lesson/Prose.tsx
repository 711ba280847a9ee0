import { useId, useState } from "react";
import { glossary, type Term } from "../../lessons/glossary";
import { Tex } from "../Tex";
import styles from "./lesson.module.css";

/** A paragraph with formulas, stressed words and terms; a term that is pressed is explained below it. */
export function Paragraph({ text }: { text: string }) {
  const [term, setTerm] = useState<Term | null>(null);
  const definition = useId();
  return (
    <>
      <p>
        <Prose
          text={text}
          describedBy={definition}
          open={term}
          onTerm={(next) => setTerm(next === term ? null : next)}
        />
      </p>
      {term && (
        <p id={definition} className={styles.definition} role="status">
          <b>{term}</b> <Prose text={glossary[term]} />
        </p>
      )}
    </>
  );
}

interface Terms {
  open?: Term | null;
  describedBy?: string;
  onTerm?: (term: Term) => void;
}

/** `$…$` set, `*…*` stressed, `[[…]]` a term, to be pressed where something comes of it. */
export function Prose({ text, open, describedBy, onTerm }: { text: string } & Terms) {
  return text.split(/(\$.+?\$|\*.+?\*|\[\[.+?\]\])/).map((part, i) => {
    const key = `${i} ${part}`;
    if (part.startsWith("$")) return <Tex key={key} tex={part.slice(1, -1)} />;
    if (part.startsWith("*")) return <em key={key}>{part.slice(1, -1)}</em>;
    if (!part.startsWith("[[")) return part;
    const word = part.slice(2, -2);
    if (!onTerm) return word;
    const term = word.toLowerCase() as Term;
    return (
      <button
        key={key}
        type="button"
        className={styles.term}
        aria-expanded={open === term}
        aria-describedby={open === term ? describedBy : undefined}
        onClick={() => onTerm(term)}
      >
        {word}
      </button>
    );
  });
}
