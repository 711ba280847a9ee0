import { Fragment, type ReactNode } from "react";
import type { Blanks } from "../messages/section";
import { Marked } from "./Marked";

/** A text of the catalogue with elements in its blanks; what stands between asterisks is bold. */
export function Filled<T extends string>({
  text,
  values,
}: {
  text: T;
  values: Readonly<Record<Blanks<T>, ReactNode>>;
}) {
  const given: Readonly<Record<string, ReactNode>> = values;
  return text
    .split(/\{(\w+)\}/)
    .map((part, i) =>
      i % 2 === 0 ? (
        <Marked key={i} text={part} />
      ) : (
        <Fragment key={i}>{part in given ? given[part] : `{${part}}`}</Fragment>
      ),
    );
}
