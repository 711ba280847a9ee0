import { describe, expect, it } from "vitest";
import { tokens } from "./tokens";

const marked = (code: string, language: "typescript" | "python") =>
  tokens(code, language)
    .filter(({ kind }) => kind !== null)
    .map(({ text }) => text);

describe("colouring code", () => {
  it("marks comments and keywords, not what is in strings", () => {
    expect(marked('const a = "// for"; // why\nformat(b)', "typescript")).toEqual(["const", "// why"]);
    expect(marked('def f(): # in all\n    return "#def" // 2', "python")).toEqual([
      "def",
      "# in all",
      "return",
    ]);
  });

  it("takes a docstring for a comment", () => {
    expect(marked('"""for\nall"""\nx = 1', "python")).toEqual(['"""for\nall"""']);
  });

  it("loses nothing", () => {
    const code = 'if x:\n    s = """a"""  # b\n';
    expect(
      tokens(code, "python")
        .map(({ text }) => text)
        .join(""),
    ).toBe(code);
  });
});
