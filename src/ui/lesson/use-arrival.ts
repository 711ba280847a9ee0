import { useEffect, useRef, type RefObject } from "react";

/** For the heading of a page of the lecture: when another `page` comes, it has the focus, and the text begins at its top. */
export function useArrival(page: unknown): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // In a frame the focus stays with the page around until the reader comes here.
    if (document.hasFocus()) heading.current?.focus({ preventScroll: true });
    heading.current?.parentElement?.parentElement?.scrollTo(0, 0);
  }, [page]);
  return heading;
}
