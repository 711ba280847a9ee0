import { useCallback, useEffect, useId, useRef, useState } from "react";
import { algoSpec } from "../../../algos";
import { cartPolePictures as words } from "../../../messages/cart-pole-pictures";
import { plainTex } from "../../../plots/plot-text";
import { createValueMap, type MapLayer, type ValueMapPlot } from "../../../plots/value-map";
import { Choice } from "../../figure/Choice";
import { Picture } from "../../pictures/Picture";
import { useLook, useSights } from "../../pictures/sights";
import { frames } from "../../session";
import { useLab } from "../../store";
import { firstAxes, lastObservation, withAxis, type Axes } from "./axes";
import { mapCaption } from "./captions";
import { useWorld, type World } from "./world";
import styles from "../../pictures/pictures.module.css";

/** Value and best action over two numbers of the observation. */
export function ValuesPanel() {
  const world = useWorld();
  const isPolicy =
    useLab((lab) => algoSpec(lab.scenario.algo.id)?.network?.sights.includes("trajectory")) ?? false;
  const [axes, setAxes] = useState(() => firstAxes(world.dimensions.length));
  const [layer, setLayer] = useState<MapLayer>(isPolicy ? "policy" : "value");
  useLook({ map: axes });
  /** Whether there are values besides the policy; null before the first map. */
  const valued = useSights(({ map }) => (map ? map.values !== null : null));
  const shown = valued === false ? "policy" : layer;
  const plot = useRef<ValueMapPlot>(null);
  const title = isPolicy ? "V(s)" : "max Q(s, a)";
  const create = useCallback(
    (host: HTMLElement) => (plot.current = createValueMap(host, { title, ...world })),
    [title, world],
  );
  useEffect(() => plot.current?.show(layer), [create, layer]);
  useEffect(
    () =>
      frames.subscribe(({ network }) => {
        if (network) plot.current?.mark(lastObservation(network.trail, world.dimensions.length));
      }),
    [world],
  );
  const last = world.actions.at(-1) ?? "";
  const layers = [
    { id: "value" as const, label: title },
    { id: "policy" as const, label: isPolicy ? `π(${last} | s)` : words.greedyAction },
  ];
  return (
    <div className={styles.panel}>
      <div className={styles.controls}>
        {valued && <Choice label={words.colours} options={layers} value={layer} onChange={setLayer} />}
        <AxisMenu world={world} axes={axes} along="x" onChange={setAxes} />
        <AxisMenu world={world} axes={axes} along="y" onChange={setAxes} />
      </div>
      <Picture name={words.map} create={create} read={() => useSights.getState().map ?? null}>
        <p className={styles.caption}>{mapCaption(isPolicy, shown, world.dimensions.length)}</p>
      </Picture>
    </div>
  );
}

interface AxisProps {
  world: World;
  axes: Axes;
  along: keyof Axes;
  onChange: (axes: Axes) => void;
}

function AxisMenu({ world, axes, along, onChange }: AxisProps) {
  const id = useId();
  return (
    <span className={styles.menu}>
      <label htmlFor={id}>{along === "x" ? words.across : words.up}</label>
      <select
        id={id}
        value={axes[along]}
        onChange={(event) => onChange(withAxis(axes, along, Number(event.target.value)))}
      >
        {world.dimensions.map(({ name, symbol }, i) => (
          <option key={name} value={i}>
            {name} {plainTex(symbol)}
          </option>
        ))}
      </select>
    </span>
  );
}
