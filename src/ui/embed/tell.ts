import { atMostEvery } from "../at-most-every";
import { titleOf } from "../preset-of";
import { useLab } from "../store";
import { postToHost } from "./channel";

const STATE_EVERY = 100; // ms
/** A run that is paused comes to rest sooner, unless its worker has failed. */
const RESTS_WITHIN = 1000; // ms

/** Tells the page around how the run stands, now and whenever that changes. */
export function tellState(): void {
  let told = "";
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    const { run, scenario } = useLab.getState();
    const { status, clock, position, fingerprint } = run;
    const state = { title: titleOf(scenario) ?? null, status, clock, position, fingerprint };
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    postToHost({ type: "state", ...state });
  };
  const tell = atMostEvery(STATE_EVERY, () => {
    const { status, fingerprint } = useLab.getState().run;
    clearTimeout(waiting);
    // Just paused: one message tells where it has come to rest, not two.
    if (status === "paused" && fingerprint === null) waiting = setTimeout(say, RESTS_WITHIN);
    else say();
  });
  useLab.subscribe((lab, before) => {
    if (lab.run !== before.run || lab.base !== before.base) tell();
  });
  tell();
}

/** The attribute of the document while it is measured as if the window did not limit it (embed.module.css). */
const MEASURING = "data-measuring";

/** Tells the page around how high this one wants to be, now and whenever that changes. */
export function tellHeight(page: HTMLElement): () => void {
  let told = 0;
  const resized = new ResizeObserver(() => {
    const { documentElement: root } = document;
    root.setAttribute(MEASURING, "");
    const height = Math.ceil(page.getBoundingClientRect().height);
    root.removeAttribute(MEASURING);
    if (height === told) return;
    told = height;
    postToHost({ type: "height", height });
  });
  resized.observe(page);
  return () => resized.disconnect();
}
