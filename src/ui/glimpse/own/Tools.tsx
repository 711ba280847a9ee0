import { glimpseOwn as words } from "../../../messages/glimpse-own";
import { Choice } from "../../figure/Choice";
import { useLab } from "../../store";
import { isThere } from "./ask";
import { clear, letPolicyGoOn, removeGlimpses, setMode, takeBack, undo, useOwn, type Mode } from "./own-lab";
import pictures from "../../pictures/pictures.module.css";
import own from "./own.module.css";

const MODES: readonly Mode[] = ["draw", "move", "place"];

/** What a pointer does on the image, and what can be done besides in that mode. */
export function Tools() {
  const mode = useOwn((lab) => lab.mode);
  const past = useOwn((lab) => lab.past.length);
  return (
    <div className={pictures.controls}>
      <Choice
        label={words.onImage}
        options={MODES.map((id) => ({ id, label: words[id] }))}
        value={mode}
        onChange={setMode}
      />
      <div className={own.tools}>
        {mode === "draw" && <Eraser />}
        {mode === "place" && <PlaceTools />}
        {mode !== "place" && (
          <>
            <button type="button" disabled={past === 0} onClick={undo}>
              {words.undo}
            </button>
            <button type="button" onClick={clear}>
              {words.clear}
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
      {words.erase}
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
        {words.goOn}
      </button>
      <button type="button" disabled={placed === 0} onClick={takeBack}>
        {words.takeBack}
      </button>
      <button type="button" disabled={placed === 0} onClick={removeGlimpses}>
        {words.startAgain}
      </button>
    </>
  );
}
