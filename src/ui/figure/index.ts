export { Charts } from "./Charts";
export { EquationPanel } from "./EquationPanel";
export { FigurePanel } from "./FigurePanel";
export { PseudoCode } from "./PseudoCode";
