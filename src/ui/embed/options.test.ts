import { describe, expect, it } from "vitest";
import { embedOptions } from "./options";

describe("the options of a frame", () => {
  it("are the usual ones where the address says nothing", () => {
    expect(embedOptions("?embed=1")).toEqual({
      show: null,
      locks: [],
      autoplay: false,
      rate: null,
      theme: null,
      host: null,
      wrong: [],
    });
  });

  it("are read", () => {
    const search =
      "?embed=1&show=transport,charts&lock=map,gamma,seed&autoplay=1&rate=12.5&theme=dark&host=https://lms.example.org";
    expect(embedOptions(search)).toEqual({
      show: new Set(["transport", "charts"]),
      locks: ["editor", "algo.gamma", "seed"],
      autoplay: true,
      rate: 12.5,
      theme: "dark",
      host: "https://lms.example.org",
      wrong: [],
    });
    expect(embedOptions("?embed=1&show=").show).toEqual(new Set());
    expect(embedOptions("?embed=1&rate=max").rate).toBe(Infinity);
    expect(embedOptions("?embed=1&host=http://localhost:8080/").host).toBe("http://localhost:8080");
  });

  it.each([
    ["show=transport,chart", /show “chart”.*transport, caption/],
    ["show=__proto__", /“__proto__”/],
    ["lock=gama", /lock “gama”/],
    ["lock=constructor", /“constructor”/],
    ["rate=fast", /speed “fast”/],
    ["rate=0", /speed “0”/],
    ["rate=-3", /speed/],
    ["rate=1e9", /speed/],
    ["rate=", /speed “”/],
    ["autoplay=yes", /autoplay=yes/],
    ["theme=pink", /theme “pink”.*light, dark/],
    ["host=*", /“\*”/],
    ["host=null", /“null”/],
    ["host=lms.example.org", /names the page around/],
    ["host=https://lms.example.org/course", /names the page around/],
    ["host=javascript:alert(1)", /names the page around/],
    ["host=https://a.example@b.example", /names the page around/],
    [`lock=${"x".repeat(5000)}`, /^.{0,300}$/],
  ])("%s is told of and left out", (query, says) => {
    const options = embedOptions(`?embed=1&${query}`);
    expect(options.wrong).toHaveLength(1);
    expect(options.wrong[0]).toMatch(says);
    expect(options).toMatchObject({ locks: [], autoplay: false, rate: null, theme: null, host: null });
  });

  it("are several faults at once, each in its place", () => {
    const options = embedOptions("?embed=1&show=code,a,b&lock=seed,c");
    expect(options.wrong).toHaveLength(3);
    expect(options).toMatchObject({ show: new Set(["code"]), locks: ["seed"] });
  });
});
