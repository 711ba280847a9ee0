import { embed as words } from "../../messages/embed";
import { fill } from "../../messages/section";
import { isEmbedded } from "../mode-state";
import { readCommand, VERSION, type HostCommand, type HostEvent } from "./messages";

/** The origin of the page around that is told of the run and may move it; null: the channel is not open. */
let host: string | null = null;

/**
 * Hears the page around from now on, and hands on its commands if it has this origin: `named`, or our own. What it sends
 * that is no command is answered with an error; messages that are not for Bellman, and those of other frames, are left
 * alone.
 */
export function openChannel(named: string | null, obey: (command: HostCommand) => void): void {
  // Not self.origin: in a sandbox without an origin that is “null”, like that of any other sandbox.
  host = named ?? location.origin;
  addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || window.parent === window || !isForBellman(data)) return;
    if (origin !== host) return turnDown(origin, data);
    const command = readCommand(data);
    if (command.ok) obey(command.value);
    else postToHost({ type: "error", ...idOf(data), says: command.error });
  });
}

/**
 * Tells the page around something; nothing where there is none. How high the page wants to be may be heard by any page:
 * it says nothing of the run, and every page needs it.
 */
export function postToHost(event: HostEvent): void {
  if (!isEmbedded() || window.parent === window) return;
  const target = event.type === "height" ? "*" : host;
  if (target === null || !isAround(target)) return;
  window.parent.postMessage({ bellman: VERSION, ...event }, target);
}

/** Whether the page around may have this origin. Where the browser tells which one it has, a vain message is not sent. */
function isAround(origin: string): boolean {
  const around = location.ancestorOrigins?.[0];
  return around === undefined || origin === "*" || around === origin;
}

function isForBellman(data: unknown): data is object {
  return typeof data === "object" && data !== null && "bellman" in data;
}

function idOf(data: object): { id?: string } {
  return "id" in data && typeof data.id === "string" && data.id.length <= 64 ? { id: data.id } : {};
}

/** Says to a page that may not send commands why nothing happens: that helps whoever builds it, and tells nothing else. */
function turnDown(origin: string, command: object): void {
  if (origin === "null") return; // there is no address to answer to
  const event: HostEvent = { type: "error", ...idOf(command), says: fill(words.notHost, { origin }) };
  window.parent.postMessage({ bellman: VERSION, ...event }, origin);
}
