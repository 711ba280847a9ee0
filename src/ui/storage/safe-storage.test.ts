import { afterEach, describe, expect, it, vi } from "vitest";
import { useMode } from "../mode-state";
import { lasting } from "./safe-storage";

afterEach(() => {
  vi.unstubAllGlobals();
  useMode.setState({ mode: "lab" });
});

describe("what lasts", () => {
  it("is written by a page of its own, and not by a frame in another page", () => {
    const kept = new Map<string, string>();
    const localStorage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    };
    vi.stubGlobal("window", { localStorage });
    expect(lasting.write("theme", "dark")).toBe(true);
    useMode.setState({ mode: "embed" });
    expect(lasting.write("theme", "light")).toBe(false);
    expect(lasting.read("theme")).toBe("dark");
  });
});
