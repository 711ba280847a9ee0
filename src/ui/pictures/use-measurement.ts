import { useEffect, useRef, useState } from "react";
import { play } from "../session";
import { useLab, type LabState } from "../store";
import { endOf } from "./measurement-end";

/** A measurement of a run that is held for it. */
export interface Measurement {
  /** Has the worker measure. */
  start(): void;
  /** The last result; null before the first. */
  result(lab: LabState): unknown;
}

interface Begun {
  readonly wasRunning: boolean;
  /** Whether the worker has said that it measures. */
  hasBegun: boolean;
  /** The result that there was. */
  readonly result: unknown;
}

/** Measures: a run that was going on does so afterwards; says when nothing came of it. */
export function useMeasurement(measurement: Measurement): { begin: () => void; isBroken: boolean } {
  const [isBroken, setBroken] = useState(false);
  const before = useRef<Begun | null>(null);
  const latest = useRef(measurement);
  useEffect(() => {
    latest.current = measurement;
  });
  useEffect(
    () =>
      useLab.subscribe((lab) => {
        const { run } = lab;
        if (!before.current) return;
        if (run.status === "measuring" && run.progress < 1) before.current.hasBegun = true;
        if (!before.current.hasBegun) return; // what is still arriving is about the time before
        const end = endOf(before.current.result, run.status, latest.current.result(lab));
        if (end === "measuring") return;
        const { wasRunning } = before.current;
        before.current = null;
        if (end === "broken off") setBroken(true);
        else if (wasRunning) play();
      }),
    [],
  );
  const begin = (): void => {
    const lab = useLab.getState();
    setBroken(false);
    measurement.start();
    before.current = {
      wasRunning: lab.run.status === "running",
      hasBegun: false,
      result: measurement.result(lab),
    };
  };
  return { begin, isBroken };
}
