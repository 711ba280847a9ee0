import { expect, it } from "vitest";
import { embedOptions } from "../embed/options";
import { frameAddress, frameHtml, SIZES, type FrameChoice } from "./embed-html";

const choice: FrameChoice = {
  size: SIZES[0],
  parts: ["charts", "transport"],
  locks: ["editor", "parameters"],
  autoplay: true,
};

it("is an address that the frame reads without a complaint", () => {
  const address = frameAddress("https://example.org/bellman/", "#cliff-walking?alpha=0.1", choice);
  const { search, hash } = new URL(address);
  expect(hash).toBe("#cliff-walking?alpha=0.1");
  expect(embedOptions(search)).toMatchObject({
    show: new Set(["transport", "charts"]),
    locks: ["editor", "parameters"],
    autoplay: true,
    wrong: [],
  });
  const plain = frameAddress("https://example.org/", "#a", {
    ...choice,
    parts: [],
    locks: [],
    autoplay: false,
  });
  expect(plain).toBe("https://example.org/?embed=1&show=#a");
  expect(embedOptions(new URL(plain).search).show).toEqual(new Set());
});

it("is HTML in which a title ends nothing", () => {
  const html = frameHtml("https://example.org/?a=1&b=2#x", `"><script>alert('1')</script>`, SIZES[1]);
  expect(html).toContain('src="https://example.org/?a=1&amp;b=2#x"');
  expect(html).toContain(`title="&quot;&gt;&lt;script&gt;alert('1')&lt;/script&gt;"`);
  expect(html.match(/[<>]/g)).toHaveLength(4);
  expect(html).toContain(
    'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"',
  );
  expect(html).not.toContain("allow-same-origin");
});
