/** KaTeX with its style sheet, as one chunk that is fetched only when the first formula is drawn. */
import "katex/dist/katex.min.css";

export { default } from "katex";
