/** What every lab has besides its figure, in one chunk. */
export { Parameters } from "./controls/Parameters";
export { Charts } from "./figure/Charts";
export { EquationPanel } from "./figure/EquationPanel";
export { PseudoCode } from "./figure/PseudoCode";
