import { Suspense } from "react";
import { fetched } from "../parts";

const Presenter = fetched(() => import("./Presenter").then((part) => part.Presenter));

/** The lab as the lecture hall sees it: a chunk of its own. */
export function Hall() {
  return (
    <Suspense>
      <Presenter />
    </Suspense>
  );
}
