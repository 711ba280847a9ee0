import { play } from "../session";

/** How much of the lab must be in view. */
const ENOUGH = 0.1;

/** Runs the experiment as soon as the reader has come to it; not where motion is unwelcome. */
export function playWhenSeen(page: HTMLElement): () => void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return () => {};
  const seen = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      play();
    },
    { threshold: ENOUGH },
  );
  seen.observe(page);
  return () => seen.disconnect();
}
