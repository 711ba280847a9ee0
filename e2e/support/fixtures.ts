import { test as base, expect, type BrowserContext, type Worker } from "@playwright/test";

export { expect };

interface Fixtures {
  /** What went wrong in the pages so far. A test that provokes a problem takes it off this list. */
  problems: string[];
  /** Opens a second browser that shares nothing with the first: the friend's who is sent a link. */
  openContext(): Promise<BrowserContext>;
}

/**
 * Playwright's `test`, in which anything that a page reports as wrong fails the test: an error on the console
 * (workers' too), an uncaught exception or rejection, a request that fails, is refused or goes to another
 * origin, and whatever the content security policy blocks.
 */
export const test = base.extend<Fixtures>({
  problems: [
    async ({}, provide) => {
      const problems: string[] = [];
      await provide(problems);
      expect(problems, "problems that the pages reported").toEqual([]);
    },
    { auto: true },
  ],

  context: async ({ context, problems, baseURL }, provide) => {
    await watch(context, new URL(baseURL ?? "").origin, problems);
    await provide(context);
  },

  openContext: async ({ browser, contextOptions, viewport, problems, baseURL }, provide) => {
    const opened: BrowserContext[] = [];
    await provide(async () => {
      const context = await browser.newContext({ ...contextOptions, viewport, ...(baseURL && { baseURL }) });
      await watch(context, new URL(baseURL ?? "").origin, problems);
      opened.push(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});

/** Adds to `problems` whatever goes wrong in the pages of a context. */
async function watch(context: BrowserContext, origin: string, problems: string[]): Promise<void> {
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  context.on("page", (page) => page.on("worker", tellViolations));
  context.on("serviceworker", (worker) => {
    worker.on("console", (message) => {
      if (message.type() === "error") problems.push(`console of the service worker: ${message.text()}`);
    });
    tellViolations(worker);
  });
  context.on("weberror", (error) =>
    problems.push(`uncaught: ${error.error().stack ?? error.error().message}`),
  );
  context.on("requestfailed", (request) => {
    // Leaving a page cancels what it was still loading.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") problems.push(`request failed: ${request.url()} ${why}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== origin) {
      problems.push(`foreign request: ${request.url()}`);
    }
  });
  await context.addInitScript(logViolations);
}

/** Browsers say on no console what the policy blocks in a worker. One that has ended meanwhile has nothing to tell. */
function tellViolations(worker: Worker): void {
  worker.evaluate(logViolations).catch(() => {});
}

/** Runs in a page or a worker. */
function logViolations(): void {
  addEventListener("securitypolicyviolation", (event) => {
    console.error(`blocked by the content security policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
}
