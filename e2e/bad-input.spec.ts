import { deflateSync, strToU8 } from "fflate";
import { crc32 } from "../src/core/crc32";
import { toBase64url } from "../src/scenario/base64url";
import { encodeLink } from "../src/scenario/link";
import { presetById, presetScenario } from "../src/scenario/presets";
import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";

/** A link around any text, well packed and with the right check sum. */
function packed(text: string): string {
  const bytes = deflateSync(strToU8(text), { level: 9 });
  return `#v1.${toBase64url(bytes)}.${crc32(bytes)}`;
}

function goodLink(): string {
  const preset = presetById("cliff-walking");
  const link = preset && encodeLink(presetScenario(preset));
  if (!link?.ok) throw new Error("There is no link to damage.");
  return link.value;
}

const grid = (params: object, rest: object = {}) =>
  JSON.stringify({
    v: 1,
    env: { id: "grid-world", params },
    algo: { id: "value-iteration", params: {} },
    ...rest,
  });
const rows = (count: number, length: number) => Array.from({ length: count }, () => ".".repeat(length));

/** Longer than a map may be, but not than a file may be. */
const TEXTS: readonly [name: string, text: string, says: RegExp][] = [
  ["not JSON", "{ rows: oops", /JSON/i],
  ["nothing at all", "", /JSON|empty/i],
  ["too new", '{"v":99}', /newer/i],
  [
    "a key that JavaScript would take for more",
    grid({ rows: ["S.T"] }).replace('"v":1', '"v":1,"__proto__":{"seed":1}'),
    /__proto__/,
  ],
  [
    "an infinite number",
    grid({ rows: ["S.T"], stepReward: 0 }).replace(":0", ":1e999"),
    /number|1e999|finite/i,
  ],
  ["not a number", grid({ rows: ["S.T"] }).replace('["S.T"]', "NaN"), /JSON/i],
  ["rows that are not rectangular", grid({ rows: ["S..", ".T"] }), /row/i],
  ["nowhere to begin", grid({ rows: ["###", "#T#"] }), /floor|start|begin/i],
  ["an unknown algorithm", grid({ rows: ["S.T"] }).replace("value-iteration", "alchemy"), /alchemy/],
];

const LINKS: readonly [name: string, hash: string, says: RegExp][] = [
  ["malformed", "#v1.%%%.zzz", /damaged|cut off/],
  ["truncated", goodLink().slice(0, -20), /damaged|cut off/],
  [
    "with a flipped bit",
    goodLink().replace(/(?<=^#v1\..{9})./, (c) => (c === "A" ? "B" : "A")),
    /damaged|cut off/,
  ],
  ["too new", "#v2.AAAA.00000000", /newer/],
  ["a decompression bomb", packed(`{"v":1,"notes":"${"A".repeat(2_000_000)}"}`), /more than 256 KiB/],
  ["a map of 1000 × 1000", packed(grid({ rows: rows(1000, 1000) })), /more than 256 KiB/],
  ["a map of 300 × 300", packed(grid({ rows: rows(300, 300) })), /64/],
  ["no such preset", "#no-such-world", /no preset called “no-such-world”/],
  ["no such parameter", "#cliff-walking?colour=red", /colour/],
  ["a value out of range", "#cliff-walking?alpha=7", /alpha/],
  ["far too long", `#v1.${"A".repeat(20_000)}.00000000`, /too long/],
  ...TEXTS.filter(([, text]) => text !== "")
    .map(([name, text, says]) => [name, packed(text), says] as const)
    .map(([name, hash, says]): [string, string, RegExp] => [`packed: ${name}`, hash, says]),
];

test("a bad link is answered with a sentence; the page works and earlier work stays", async ({ page }) => {
  test.slow();
  const lab = new LabPage(page);
  await lab.open("#lecture-grid?at=56");
  await lab.edit("Wall");
  await lab.clickCell(2, 2);
  await lab.doneEditing();
  await expect(lab.cell(2, 2)).toHaveAccessibleName(/wall/);
  const clock = String(await lab.clock.textContent());
  const mine = await lab.rests();
  for (const [name, hash, says] of LINKS) {
    await test.step(name, async () => {
      await lab.open(hash);
      await expect(lab.messages.getByRole("alert")).toHaveText(says);
      await expect(lab.messages.getByRole("alert")).toHaveText(/The link could not be opened/);
      await expect(lab.cell(2, 2)).toHaveAccessibleName(/wall/);
      await expect(lab.clock).toHaveText(clock);
      expect(await lab.rests()).toBe(mine);
    });
  }
  await lab.step();
  // The same in the page as it stands, without a reload.
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    goodLink().slice(0, 60),
  );
  await expect(lab.messages.getByRole("alert").first()).toHaveText(/damaged/);
  await expect(lab.cell(2, 2)).toHaveAccessibleName(/wall/);
});

test("a bad link on the first visit still gives the first preset", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#v1.AAAA.00000000");
  await expect(lab.messages.getByRole("alert")).toHaveText(/damaged/);
  await expect(lab.title).toHaveText(/The lecture’s grid/);
  await lab.messages.getByRole("button", { name: "Dismiss" }).click();
  await expect(lab.messages.getByRole("alert")).toHaveCount(0);
  await lab.step();
});

test("a bad link to a preset gives the preset on the first visit, as it is", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cart-pole-dqn?units=100000");
  await expect(lab.messages.getByRole("alert")).toHaveText(/“units”.* between 2 and 256, not 100000/);
  await expect(lab.title).toHaveText("Presets. Now: DQN");
  await lab.step();
});

test("what is wrong with a number is forgotten once something else is changed", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#cliff-walking");
  await lab.fillBox(lab.parameters, "Step size", 0.25);
  const count = lab.transport.getByRole("textbox", { name: "Count to stop at" });
  for (const change of [() => lab.button("Undo").first().click(), () => lab.algorithm("SARSA")]) {
    await count.fill("-5");
    await count.press("Enter");
    await expect(lab.transport.getByRole("alert")).toHaveText(/between 1 and/);
    await change();
    await expect(lab.transport.getByRole("alert")).toHaveCount(0);
    await expect(count).toHaveValue("500");
  }
});

test("a bad file is answered with a sentence; what is on screen stays", async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid?at=56");
  const before = await lab.rests();
  const files: [name: string, text: string, says: RegExp][] = [
    ...TEXTS,
    ["a map of 1000 × 1000", grid({ rows: rows(1000, 1000) }), /64|large/],
    ["too large a file", " ".repeat(1_100_000), /too large/],
    ["a picture", "\u0089PNG\r\n\u001a\n\u0000\u0000", /JSON/i],
  ];
  for (const [name, text, says] of files) {
    await test.step(name, async () => {
      await lab.share();
      await lab.dialog.getByLabel("Open file").setInputFiles({
        name: `${name}.json`,
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });
      // Said where it can be read: not behind the dialog, which would hide it from screen readers.
      const alert = page.getByRole("alert").filter({ hasText: `“${name}.json” could not be opened` });
      await expect(alert).toHaveText(says);
      expect(await lab.rests()).toBe(before);
      if (await lab.dialog.isVisible()) await lab.close();
    });
  }
  await expect(lab.clock).toHaveText("1 sweep · 56 backups");
  await lab.step();
});

test("damaged storage is set aside and said, and the page opens", async ({ page, problems }) => {
  const lab = new LabPage(page);
  await lab.open("#lecture-grid");
  await page.evaluate(() => {
    localStorage.setItem("bellman.works", '[{"id":"1","saved":1,"scenario":{"v":1,"env":');
    localStorage.setItem("bellman.settings", "{{{");
    sessionStorage.clear();
  });
  await page.goto("about:blank");
  await lab.open();
  await expect(lab.messages.getByRole("alert")).toHaveText(/damaged/);
  await lab.step();
  expect(problems).toEqual([]);
});
