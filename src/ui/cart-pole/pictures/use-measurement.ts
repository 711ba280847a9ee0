import { useEffect, useRef, useState } from "react";
import { measureVariance, play } from "../../session";
import { useLab, type LabState } from "../../store";
import { endOf } from "./measurement-end";

interface Begun {
  readonly wasRunning: boolean;
  /** Whether the worker has said that it measures. */
  hasBegun: boolean;
  /** The result that there was. */
  readonly variance: LabState["variance"];
}

/** Measures the scatter of gradients: a run that was going on does so afterwards; says when nothing came of it. */
export function useMeasurement(): { begin: () => void; isBroken: boolean } {
  const [isBroken, setBroken] = useState(false);
  const before = useRef<Begun | null>(null);
  useEffect(
    () =>
      useLab.subscribe(({ run, variance }) => {
        if (!before.current) return;
        if (run.status === "measuring" && run.progress < 1) before.current.hasBegun = true;
        if (!before.current.hasBegun) return; // what is still arriving is about the time before
        const end = endOf(before.current, run.status, variance);
        if (end === "measuring") return;
        const { wasRunning } = before.current;
        before.current = null;
        if (end === "broken off") setBroken(true);
        else if (wasRunning) play();
      }),
    [],
  );
  const begin = (): void => {
    const { run, variance } = useLab.getState();
    setBroken(false);
    measureVariance();
    before.current = { wasRunning: run.status === "running", hasBegun: false, variance };
  };
  return { begin, isBroken };
}
