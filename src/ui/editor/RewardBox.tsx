import { useId } from "react";
import type { NumberParam } from "../../core/params";
import { NumberBox } from "../controls/NumberBox";
import styles from "./Editor.module.css";

const rewardParam = (label: string): NumberParam => ({
  kind: "number",
  label,
  help: "",
  live: true,
  default: 0,
  min: -1e6,
  max: 1e6,
  step: 1,
});

interface Props {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

/** A labelled box for a reward. */
export function RewardBox({ label, value, onChange }: Props) {
  const id = useId();
  return (
    <span className={styles.box}>
      <label htmlFor={id}>{label}</label>
      <NumberBox id={id} def={rewardParam(label)} value={value} onCommit={onChange} />
    </span>
  );
}
