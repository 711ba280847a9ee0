import { lazy, Suspense, type ComponentProps, type ComponentType } from "react";
import type { EnvId } from "../envs";
import { opening as words } from "../messages/opening";
import { labOf } from "./labs";
import { useLab } from "./store";

/** A part of the page that is a chunk of its own, so that the page around it appears before it is there. */
export function fetched<Props = object>(load: () => Promise<ComponentType<Props>>) {
  return lazy<ComponentType<Props>>(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: NotLoaded }),
    ),
  );
}

function NotLoaded() {
  return <p>{words.partNotLoaded}</p>;
}

/** The figure of each lab, with d3: fetched when the lab is first opened. */
const FIGURES: Readonly<Record<EnvId, ComponentType>> = {
  "grid-world": fetched(() => import("./figure/FigurePanel").then((part) => part.FigurePanel)),
  "cart-pole": fetched(() => import("./cart-pole/CartPolePanel").then((part) => part.CartPolePanel)),
  glimpse: fetched(() => import("./glimpse/GlimpsePanel").then((part) => part.GlimpsePanel)),
};

/** The figure of the lab on screen. Nothing of another lab's stays, which would draw a world that it does not know. */
export function FigurePanel() {
  const lab = useLab(({ scenario }) => labOf(scenario));
  const Figure = FIGURES[lab];
  return (
    <Suspense key={lab} fallback={<div />}>
      <Figure />
    </Suspense>
  );
}

/** Fetched at once. */
const panels = import("./panels");

function panel(pick: (parts: Awaited<typeof panels>) => ComponentType): ComponentType {
  const Panel = fetched(() => panels.then(pick));
  return function Part() {
    return (
      <Suspense>
        <Panel />
      </Suspense>
    );
  };
}

/** Where a file can be dropped: all of the page. */
const Drop = fetched(() => import("./share/DropTarget").then((part) => part.DropTarget));

export function DropTarget() {
  return (
    <Suspense>
      <Drop />
    </Suspense>
  );
}

/** The lab in a frame of another page. */
const Embedded = fetched(() => import("./embed/EmbedPage").then((part) => part.EmbedPage));

export function EmbedPage(props: ComponentProps<typeof Embedded>) {
  return (
    <Suspense>
      <Embedded {...props} />
    </Suspense>
  );
}

/** A step of the lecture. */
const LessonText = fetched(() => import("./lesson/LessonPanel").then((part) => part.LessonPanel));

export function LessonPanel() {
  return (
    <Suspense>
      <LessonText />
    </Suspense>
  );
}

export const Charts = panel((parts) => parts.Charts);
export const EquationPanel = panel((parts) => parts.EquationPanel);
export const Parameters = panel((parts) => parts.Parameters);
export const PseudoCode = panel((parts) => parts.PseudoCode);
