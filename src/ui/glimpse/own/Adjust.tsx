import { useId } from "react";
import { glimpseOwn as words } from "../../../messages/glimpse-own";
import { plural } from "../../../messages/plural";
import { fill } from "../../../messages/section";
import { NumberBox } from "../../controls/NumberBox";
import type { NumberParam } from "../../../core/params";
import { percent } from "../../../plots/glimpse-words";
import { useLab } from "../../store";
import { isThere, pick } from "./ask";
import { MOST_CLUTTER, SCALES } from "./own-image";
import { endGesture, setImage, useOwn } from "./own-lab";
import own from "./own.module.css";

/** Of MNIST’s test set. */
const HELD_OUT = 10_000;

/** A digit to take as the image, how large it is, and clutter over it. */
export function Adjust() {
  const image = useOwn((lab) => lab.image);
  return (
    <div className={own.adjust}>
      <HeldOut />
      <Slider
        label={words.size}
        {...SCALES}
        value={image.scale}
        text={percent(image.scale)}
        onChange={(scale) => setImage({ ...image, scale }, "scale")}
      />
      <Slider
        label={words.clutter}
        min={0}
        max={MOST_CLUTTER}
        step={1}
        value={image.clutter}
        text={fill(plural(image.clutter, words.pieceOne, words.pieceMany), { count: image.clutter })}
        onChange={(clutter) => setImage({ ...image, clutter }, "clutter")}
      />
    </div>
  );
}

const numberParam = (): NumberParam => ({
  kind: "number",
  label: words.digit,
  help: "",
  live: true,
  default: 1,
  min: 1,
  max: HELD_OUT,
  step: 1,
  integer: true,
});

/** The digits that the network never learned from, by their numbers. */
function HeldOut() {
  const digit = useOwn((lab) => lab.image.digit);
  const there = useLab(isThere);
  if (digit === null) {
    return (
      <button type="button" disabled={!there} onClick={() => pick(0)}>
        {words.takeDigit}
      </button>
    );
  }
  return (
    <div className={own.heldOut} role="group" aria-label={words.whichDigit}>
      <span aria-hidden="true">{words.digit}</span>
      <NumberBox
        def={numberParam()}
        value={digit + 1}
        label={words.digitNumber}
        disabled={!there}
        onCommit={(number) => pick(number - 1)}
      />
      <button type="button" disabled={!there || digit + 1 >= HELD_OUT} onClick={() => pick(digit + 1)}>
        {words.next}
      </button>
    </div>
  );
}

interface SliderProps {
  label: string;
  min: number;
  max: number;
  step: number;
  value: number;
  /** The value in words. */
  text: string;
  onChange: (value: number) => void;
}

function Slider({ label, min, max, step, value, text, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className={own.slider}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(Number(event.target.value))}
        onPointerUp={endGesture}
        onKeyUp={endGesture}
        onBlur={endGesture}
      />
      <output className="numbers">{text}</output>
    </div>
  );
}
