import { Choice } from "../../figure/Choice";
import { useLab } from "../../store";
import { isThere } from "./ask";
import { clear, letPolicyGoOn, removeGlimpses, setMode, takeBack, undo, useOwn, type Mode } from "./own-lab";
import pictures from "../../pictures/pictures.module.css";
import own from "./own.module.css";

const MODES: readonly { id: Mode; label: string }[] = [
  { id: "draw", label: "Draw" },
  { id: "move", label: "Move" },
  { id: "place", label: "Place the glimpses yourself" },
];

/** What a pointer does on the image, and what can be done besides in that mode. */
export function Tools() {
  const mode = useOwn((lab) => lab.mode);
  const past = useOwn((lab) => lab.past.length);
  return (
    <div className={pictures.controls}>
      <Choice label="On the image" options={MODES} value={mode} onChange={setMode} />
      <div className={own.tools}>
        {mode === "draw" && <Eraser />}
        {mode === "place" && <PlaceTools />}
        {mode !== "place" && (
          <>
            <button type="button" disabled={past === 0} onClick={undo}>
              Undo
            </button>
            <button type="button" onClick={clear}>
              Clear
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function Eraser() {
  const erases = useOwn((lab) => lab.erases);
  return (
    <button type="button" aria-pressed={erases} onClick={() => useOwn.setState({ erases: !erases })}>
      Erase
    </button>
  );
}

function PlaceTools() {
  const placed = useOwn((lab) => lab.places.length);
  const isOpen = useOwn((lab) => !lab.goOn && lab.places.length < lab.world.glimpses);
  const there = useLab(isThere);
  return (
    <>
      <button type="button" disabled={placed === 0 || !isOpen || !there} onClick={letPolicyGoOn}>
        Let the policy go on
      </button>
      <button type="button" disabled={placed === 0} onClick={takeBack}>
        Take back
      </button>
      <button type="button" disabled={placed === 0} onClick={removeGlimpses}>
        Start again
      </button>
    </>
  );
}
