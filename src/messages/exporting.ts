import { section } from "./section";

/** What is on screen as pictures, tables and scripts. */
export const exporting = section("exporting", {
  heading: "Export as",
  png: "PNG of the figure",
  svg: "SVG of the figure",
  table: "CSV of the table",
  metrics: "CSV of the metrics",
  noMetrics: "No metrics yet: finish a sweep or an episode first.",
  noPicture: "There is no picture yet.",
  noPng: "This browser could not draw the PNG. Save the SVG instead.",
  noTable: "There is no table yet: the run is being prepared.",
});
