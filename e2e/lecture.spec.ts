import { chapters } from "../src/lessons";
import { axeInThemes } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { Lecture } from "./support/lecture";
import { cutOff, tooWide } from "./support/measures";

for (const chapter of chapters) {
  test(`chapter ${chapter.number} is walked through by its buttons, and its runs answer its questions`, async ({
    page,
  }) => {
    test.slow();
    const { steps } = await chapter.load();
    const lecture = new Lecture(page);
    await lecture.openStep(chapter.id);
    for (const [i, { title, prediction }] of steps.entries()) {
      await expect(lecture.heading).toHaveText(title);
      await lecture.rests();
      if (prediction) {
        const wrong = (prediction.answer + 1) % prediction.options.length;
        const right = await lecture.optionText(prediction.answer);
        await lecture.predict(i % 2 === 0 ? wrong : prediction.answer);
        const verdict = `${i % 2 === 0 ? "No" : "Yes"}: the run shows “${right}”`;
        await expect(lecture.verdict).toContainText(verdict, { timeout: 60_000 });
      }
      if (i < steps.length - 1) await lecture.next.click();
    }
    await expect(lecture.chapter.getByRole("region", { name: "What is exact, and sources" })).toBeVisible();
  });
}

test("axe finds nothing wrong with an answered question, nor at the end of a chapter; large, none is cut off", async ({
  page,
}) => {
  const lecture = new Lecture(page);
  await lecture.openStep("value-iteration", 2);
  await lecture.predict(0);
  await expect(lecture.verdict).toBeVisible({ timeout: 30_000 });
  expect.soft(await axeInThemes(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 256 }); // 1280 px at 400 %
  expect.soft(await tooWide(page)).toBeLessThanOrEqual(0);
  expect.soft(await cutOff(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 720 });
  await lecture.openStep("value-iteration", 99);
  await expect(lecture.chapter.getByRole("region", { name: "Challenges" })).toBeVisible();
  expect(await axeInThemes(page)).toEqual([]);
});

test("the list of chapters leads into the lecture, and out of it again with the lab as it is", async ({
  page,
}) => {
  const lecture = new Lecture(page);
  await lecture.open();
  await lecture.button("Lecture").first().click();
  await lecture.dialog.getByRole("button", { name: /^Value iteration/ }).click();
  await expect(lecture.heading).toHaveText("Make the equation true by force");
  expect(await axeInThemes(page)).toEqual([]);
  expect(page.url()).toContain("lesson=value-iteration&step=1");
  await lecture.step();
  const fingerprint = await lecture.rests();

  // A reload comes back to the same step and the same moment of the run.
  await page.reload();
  await expect(lecture.heading).toHaveText("Make the equation true by force");
  expect(await lecture.rests()).toBe(fingerprint);

  await lecture.chapter.getByRole("button", { name: "All controls of the lab" }).click();
  await expect(lecture.parameters).toBeVisible();
  await lecture.chapter.getByRole("button", { name: "Leave the lecture" }).click();
  await expect(lecture.chapter).toBeHidden();
  expect(page.url()).not.toContain("lesson");
  expect(await lecture.rests()).toBe(fingerprint);
});

test("a chapter that there is not is told, and the lab opens", async ({ page }) => {
  const lecture = new Lecture(page);
  await lecture.open("?lesson=alchemy");
  await expect(lecture.messages.getByRole("alert")).toContainText("no chapter called “alchemy”");
  await expect(lecture.chapter).toBeHidden();
  expect(page.url()).not.toContain("lesson");
});

test("opening another experiment leaves the lecture", async ({ page }) => {
  const lecture = new Lecture(page);
  await lecture.openStep("value-iteration", 99);
  await expect(lecture.heading).toBeVisible();
  await lecture.openPreset("The lecture’s maze");
  await expect(lecture.chapter).toBeHidden();
  expect(page.url()).not.toContain("lesson");
});

test("a term is explained where it stands, and a symbol too, by keyboard", async ({ page }) => {
  const lecture = new Lecture(page);
  await lecture.openStep("value-iteration");
  const term = lecture.chapter.getByRole("button", { name: "backup", exact: true });
  await term.press("Enter");
  await expect(lecture.chapter.getByText(/^backup A new value/)).toBeVisible();
  await term.press("Enter");
  await expect(lecture.chapter.getByText(/^backup A new value/)).toBeHidden();
  // The next stops of the Tab key are the other term and the symbols, in their order.
  await term.focus();
  for (const _ of ["sweep", "Q", "E", "r"]) await page.keyboard.press("Tab");
  await expect(
    lecture.chapter.getByRole("status").filter({ hasText: /^The reward of the move/ }),
  ).toBeVisible();
});

test("a chapter that comes late does not take the place of what was chosen meanwhile", async ({ page }) => {
  const lecture = new Lecture(page);
  await lecture.openStep("value-iteration");
  const waiting = new Promise<() => Promise<void>>((found) => {
    void page.route("**/assets/lesson-*.js", (route) => found(() => route.continue()), { times: 1 });
  });
  const open = async (title: RegExp) => {
    await lecture.button("Lecture").first().click();
    await lecture.dialog.getByRole("button", { name: title }).click();
  };
  await open(/Bellman/);
  const goOn = await waiting;
  await open(/^The loop/);
  await expect(lecture.heading).toHaveText("One turn of the loop");
  await expect(page.getByRole("button", { name: "Now: A world of the lecture" })).toBeVisible();
  await goOn();
  await page.waitForTimeout(500); // for what must not happen
  await expect(lecture.heading).toHaveText("One turn of the loop");
});

test("a run that cannot begin answers no question", async ({ page, problems }) => {
  await page.context().route("**/digits/train-0*", (route) => route.fulfill({ status: 503, body: "" }));
  const lecture = new Lecture(page);
  await lecture.openStep("where-to-look");
  await lecture.predict(0);
  await expect(lecture.question.getByRole("button", { name: "Run it and see" })).toBeEnabled();
  await expect(lecture.transport).toContainText("There are no training digits");
  await expect(lecture.verdict).toHaveCount(0);
  problems.length = 0; // the server's answers, as asked for
});

test("whoever has the run answer stays where the answer comes, and sees the run on a phone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lecture = new Lecture(page);
  await lecture.openStep("bellman", 2);
  await expect(lecture.page.locator("#figure")).not.toBeInViewport({ ratio: 0.9 });
  await lecture.question.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(lecture.verdict).toBeVisible();
  await expect(lecture.question.getByRole("status")).toBeFocused();
  await expect(lecture.verdict).toBeInViewport();
  const covered = async () => {
    const drawing = await page.locator(".grid-figure-drawing").boundingBox();
    const transport = await lecture.transport.boundingBox();
    return (drawing?.y ?? NaN) + (drawing?.height ?? NaN) - (transport?.y ?? NaN);
  };
  await expect.poll(covered).toBeLessThanOrEqual(0);
});
