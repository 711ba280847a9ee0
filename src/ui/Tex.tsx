import { useLayoutEffect, useRef } from "react";
import type katexModule from "katex";

let katex: typeof katexModule | null = null;
let loading: Promise<void> | null = null;

/** What each node shall show. A node drawn before KaTeX is there is drawn again once it is. */
const wanted = new WeakMap<HTMLElement, { tex: string; block: boolean }>();
const waiting = new Set<HTMLElement>();

/**
 * Draws a formula into `node`, replacing its content. Until KaTeX is loaded, and if it cannot be, the node shows
 * the source text. `\htmlData{name=value}{…}` becomes an element with data-name="value".
 */
function renderTex(node: HTMLElement, tex: string, block = false): void {
  wanted.set(node, { tex, block });
  if (katex) {
    draw(node);
    return;
  }
  node.textContent = tex;
  waiting.add(node);
  loading ??= import("./katex").then(
    (module) => {
      katex = module.default;
      for (const each of waiting) draw(each);
      waiting.clear();
    },
    () => {
      loading = null; // offline: try again with the next formula
    },
  );
}

function draw(node: HTMLElement): void {
  const target = wanted.get(node);
  if (!katex || !target) return;
  katex.render(target.tex, node, {
    displayMode: target.block,
    throwOnError: false,
    strict: false,
    output: "htmlAndMathml",
    trust: ({ command }) => command === "\\htmlData",
  });
}

/** A formula in the text, or a display formula on lines of its own. */
export function Tex({ tex, block = false }: { tex: string; block?: boolean }) {
  const node = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (node.current) renderTex(node.current, tex, block);
  }, [tex, block]);
  return <span ref={node} className={block ? "tex tex-block" : "tex"} />;
}
