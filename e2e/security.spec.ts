import { POLICY } from "../scripts/hosting/policy.mjs";
import { expect, test } from "./support/fixtures";
import { LabPage } from "./support/lab-page";

/*
 * The content security policy is in force in the page and in its worker, and whatever breaks it fails the test that it
 * happens in: each test here takes off the list what would have failed it.
 */

/** Not called as usual, which the linter would refuse for what is to be shown here. */
const textAsCode = () => Reflect.apply(setTimeout, undefined, ["1 + 1"]);

/** What a page that was made to run a stranger's text might try, and what the policy says of it. */
const IN_THE_PAGE: Record<string, [attempt: () => unknown, says: RegExp]> = {
  "text becomes elements": [() => (document.body.innerHTML = "<b>text</b>"), /'TrustedHTML'/],
  "a text names a script": [
    () => (document.createElement("script").src = "./other.js"),
    /'TrustedScriptURL'/,
  ],
  "a text names a worker": [() => new Worker("./other.js"), /'TrustedScriptURL'/],
  "another policy is made": [
    () =>
      (
        globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
      ).trustedTypes.createPolicy("other", {}),
    /blocked by the content security policy: trusted-types/,
  ],
  "an inline style": [() => document.body.setAttribute("style", "color: red"), /style-src/],
  "text becomes code": [textAsCode, /'TrustedScript'/],
  "a request leaves the site": [() => void fetch("https://elsewhere.test/").catch(() => {}), /connect-src/],
};

const IN_THE_WORKER: typeof IN_THE_PAGE = {
  "text becomes code": [textAsCode, /require-trusted-types-for/],
  "a request leaves the site": [() => void fetch("https://elsewhere.test/").catch(() => {}), /connect-src/],
  "a script comes from elsewhere": [
    () => {
      const other: string = "data:text/javascript,1";
      import(other).catch(() => {});
    },
    /script-src/,
  ],
};

for (const [name, [attempt, says]] of Object.entries(IN_THE_PAGE)) {
  test(`is blocked in the page, and fails a test: ${name}`, async ({ page, problems }) => {
    await new LabPage(page).open();
    expect(problems).toEqual([]);
    await page.evaluate(attempt).catch(() => {}); // most of them throw
    await expect
      .poll(() => problems.some((problem) => says.test(problem)), { message: String(says) })
      .toBe(true);
    problems.length = 0;
  });
}

for (const [name, [attempt, says]] of Object.entries(IN_THE_WORKER)) {
  test(`is blocked in the worker, and fails a test: ${name}`, async ({ page, problems }) => {
    await new LabPage(page).open();
    expect(problems).toEqual([]);
    const [worker] = page.workers();
    await worker.evaluate(attempt).catch(() => {});
    await expect
      .poll(() => problems.some((problem) => says.test(problem)), { message: String(says) })
      .toBe(true);
    problems.length = 0;
  });
}

test("the page brings the policy along, for hosts that send no headers", async ({ page, problems }) => {
  await page.route(/\?lab$/, async (route) => {
    const response = await route.fetch();
    const { "content-security-policy": sent, ...headers } = response.headers();
    expect(sent).toBe(POLICY);
    await route.fulfill({ response, headers });
  });
  await page.goto("./?lab");
  await new LabPage(page).rests();
  await expect(page.evaluate(() => (document.body.innerHTML = "<b>text</b>"))).rejects.toThrow("TrustedHTML");
  problems.length = 0;
});

test("the headers are there for hosts that read them from a file", async ({ request }) => {
  const text = await (await request.get("./_headers")).text();
  expect(text).toContain(`/*\n  content-security-policy: ${POLICY}\n`);
});
