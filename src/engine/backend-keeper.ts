import type { Backend, BackendReport } from "../nn/backend";
import type { Host } from "./host";
import type { BackendName } from "./protocol";
import type { Counts } from "./work-meter";

/** How a place comes by a backend: parts of `nn`, which brings tfjs and so is fetched only when a network is run. */
export interface Maths {
  open(forced: BackendName | undefined): Promise<Backend>;
  reportOf(backend: Backend): BackendReport;
  /** Counts what the open backend does. */
  countWork(): { counts: () => Counts; stop: () => void };
}

type Opened = Awaited<ReturnType<Host["openBackend"]>> & { close(): void };

/**
 * Keeps one backend open for all the runs of a place. Where another is asked for, that takes its place, as there can
 * be only one at a time; where none could be opened, the next run tries again.
 */
export function backendKeeper(load: () => Promise<Maths>): Host["openBackend"] {
  let kept: { forced: BackendName | undefined; opened: Promise<Opened> } | null = null;

  const open = async (forced: BackendName | undefined, before: Promise<Opened> | undefined) => {
    const { open, reportOf, countWork } = await load();
    await before?.then(
      ({ close }) => close(),
      () => undefined,
    );
    const backend = await open(forced);
    const { counts, stop } = countWork();
    const close = () => {
      stop();
      backend.dispose();
    };
    return { report: reportOf(backend), counts, close };
  };

  return (forced) => {
    if (kept && kept.forced === forced) return kept.opened;
    const opened = open(forced, kept?.opened);
    const mine = (kept = { forced, opened });
    opened.catch(() => {
      if (kept === mine) kept = null;
    });
    return opened;
  };
}
