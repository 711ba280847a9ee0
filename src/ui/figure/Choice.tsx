import styles from "./Choice.module.css";

interface Props<T extends string> {
  /** What is chosen, for screen readers. */
  label: string;
  options: readonly { id: T; label: string }[];
  value: T | undefined;
  onChange: (id: T) => void;
}

/** A row of words of which one is chosen. */
export function Choice<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <div className={styles.choice} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.id}
          type="button"
          aria-pressed={option.id === value}
          onClick={() => onChange(option.id)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
