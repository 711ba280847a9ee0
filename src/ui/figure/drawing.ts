export { Charts } from "./Charts";
export { FigurePanel } from "./FigurePanel";
