import { useEffect, useRef, useState } from "react";
import type { SliderScale } from "./slider-scale";

const COMMIT_EVERY = 120; // ms while dragging: each commit is a change of the run

interface ParamSliderProps {
  scale: SliderScale;
  value: number;
  id: string;
  label: string;
  valueText: string;
  describedBy: string;
  disabled: boolean;
  onChange(value: number): void;
  onEnd(): void;
}

/** A slider that follows the hand at once and changes the experiment a few times a second. */
export function ParamSlider({
  scale,
  value,
  id,
  label,
  valueText,
  describedBy,
  disabled,
  onChange,
  onEnd,
}: ParamSliderProps) {
  const [held, setHeld] = useState<number | null>(null);
  const latest = useRef({ position: 0, onChange, onEnd });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    latest.current = { ...latest.current, onChange, onEnd };
  });

  const commit = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current.onChange(scale.valueAt(latest.current.position));
  };
  const move = (position: number) => {
    setHeld(position);
    latest.current.position = position;
    timer.current ??= setTimeout(commit, COMMIT_EVERY);
  };
  const end = () => {
    if (held === null) return;
    commit();
    setHeld(null);
    latest.current.onEnd();
  };
  return (
    <input
      type="range"
      id={id}
      min={0}
      max={scale.last}
      value={held ?? scale.positionOf(value)}
      aria-label={label}
      aria-valuetext={valueText}
      aria-describedby={describedBy}
      disabled={disabled}
      onChange={(event) => move(Number(event.target.value))}
      onPointerUp={end}
      onKeyUp={end}
      onBlur={end}
    />
  );
}
