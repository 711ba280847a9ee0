import { useEffect, useState } from "react";
import { filterIn, withFilter, type Filter } from "../gallery/filter";
import Gallery from "../gallery/Gallery";
import { showGallery } from "./show-gallery";

/** The gallery of the landing page. What is looked for stands in the address, so that it can be handed on. */
export default function Find() {
  const [asked] = useState(() => filterIn(location.search));
  useEffect(() => {
    const given = new URLSearchParams(location.search);
    if (["find", "in", "by"].some((name) => given.has(name))) showGallery();
  }, []);
  return <Gallery initial={asked} onFilter={keep} withChapters />;
}

function keep(filter: Filter): void {
  history.replaceState(history.state, "", location.pathname + withFilter(location.search, filter));
}
