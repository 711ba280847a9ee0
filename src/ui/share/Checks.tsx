import styles from "./Share.module.css";

interface ChecksProps<T extends string> {
  legend: string;
  options: readonly { id: T; label: string; disabled?: boolean }[];
  chosen: readonly T[];
  onToggle(id: T, on: boolean): void;
}

/** Check boxes of which any number can be chosen. */
export function Checks<T extends string>({ legend, options, chosen, onToggle }: ChecksProps<T>) {
  return (
    <fieldset className={styles.checks}>
      <legend>{legend}</legend>
      {options.map(({ id, label, disabled = false }) => (
        <label key={id} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={disabled}
            onChange={(event) => onToggle(id, event.target.checked)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** A list with one thing put in or taken out. */
export function toggled<T>(list: readonly T[], one: T, on: boolean): T[] {
  return [...list.filter((other) => other !== one), ...(on ? [one] : [])];
}
