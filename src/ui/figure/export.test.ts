import { expect, it } from "vitest";
import { sideBySide } from "./export";

it("puts pictures in a row", () => {
  const picture = (size: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 1 1"><g/></svg>`;
  const row = sideBySide([picture('width="100" height="50"'), picture('width="60.5" height="80"')]);
  expect(row).toContain('width="176.5" height="80" viewBox="0 0 176.5 80"');
  expect(row).toContain('<svg x="0"');
  expect(row).toContain('<svg x="116"');
});
