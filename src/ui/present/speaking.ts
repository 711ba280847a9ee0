import { create } from "zustand";
import { keyAction, pressOf } from "../controls/key-action";
import { useSettings } from "../storage/settings";
import { Channel } from "./channel";
import { PRESSES, type Message } from "./messages";
import { connect, tell, usePresent } from "./state";

/** What the speaker's window knows of the other one. `looking`: it has not been heard of yet. */
type Hall = "no-channel" | "looking" | "there" | "gone";

export const useHall = create<{ hall: Hall; clock: string }>()(() => ({ hall: "looking", clock: "" }));

/** Joins the lecture that the address names, or the first that is found. */
export function startSpeaking(): void {
  const session = new URLSearchParams(location.search).get("session");
  const channel = new Channel(session, { hear, found: nameInAddress });
  connect(channel);
  if (!channel.works) useHall.setState({ hall: "no-channel" });
  tell({ type: "hello" });
  document.addEventListener("keydown", forward);
}

/** A reload is to come back to the same lecture. */
function nameInAddress(session: string): void {
  const query = new URLSearchParams(location.search);
  query.set("session", session);
  history.replaceState(history.state, "", `${location.pathname}?${query.toString()}`);
}

function hear(message: Message): void {
  if (message.type === "hello") {
    // The other window is back; whoever has just opened has nothing to tell.
    if (useHall.getState().hall !== "looking") tell({ type: "state", state: usePresent.getState() });
  } else if (message.type === "state") {
    usePresent.setState(message.state);
    useHall.setState({ hall: "there" });
  } else if (message.type === "clock") useHall.setState({ hall: "there", clock: message.says });
  else if (message.type === "bye") useHall.setState({ hall: "gone" });
}

/** The keys of the lab work here too: on the run that the hall sees. */
function forward(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const action = keyAction(pressOf(event), useSettings.getState().letterKeys);
  const press = PRESSES.find((known) => known === action);
  if (!press) return;
  event.preventDefault();
  if (!event.repeat || press === "step" || press === "step-back") tell({ type: "press", press });
}
