import { describe, expect, it } from "vitest";
import { csv } from "./export";

describe("csv", () => {
  it("quotes what RFC 4180 asks for, and ends lines with CRLF", () => {
    expect(
      csv(
        ["a", "b,c"],
        [
          [1, 'say "hi"'],
          [null, "two\nlines"],
        ],
      ),
    ).toBe('a,"b,c"\r\n1,"say ""hi"""\r\n,"two\nlines"\r\n');
  });
  it("puts comments first, one line each", () => {
    expect(csv(["a"], [], ['seed 7, "so"', "gamma 0.9\nalpha 1"])).toBe(
      '# seed 7, "so"\r\n# gamma 0.9\r\n# alpha 1\r\na\r\n',
    );
  });
  it("keeps every digit and the plain minus sign of numbers", () => {
    expect(csv(["x"], [[-0.1 - 0.2]])).toBe("x\r\n-0.30000000000000004\r\n");
  });
  it("does not let a text become a formula", () => {
    expect(csv(["x"], [["=1+1"]])).toBe("x\r\n'=1+1\r\n");
  });
});
