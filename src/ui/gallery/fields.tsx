import { useId, type ReactNode } from "react";
import styles from "./gallery.module.css";

/** A field with its name above it. */
export function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface SelectProps<T extends string> {
  label: string;
  /** What stands for no choice. */
  all: string;
  options: readonly (readonly [T, string])[];
  value: T | null;
  onChange: (value: T | null) => void;
}

/** A choice of one or none. */
export function Select<T extends string>({ label, all, options, value, onChange }: SelectProps<T>) {
  return (
    <Labelled label={label}>
      {(id) => (
        <select
          id={id}
          value={value ?? ""}
          onChange={(event) => onChange(options.find(([key]) => key === event.target.value)?.[0] ?? null)}
        >
          <option value="">{all}</option>
          {options.map(([key, title]) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
