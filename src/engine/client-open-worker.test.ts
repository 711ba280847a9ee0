import { runInNewContext } from "node:vm";
import { afterEach, expect, it, vi } from "vitest";
import { openWorker } from "./client-open-worker";

const opened: { address: string; options: WorkerOptions | undefined }[] = [];

function pageOf(origin: string): void {
  vi.stubGlobal("origin", origin);
  vi.stubGlobal(
    "Worker",
    vi.fn(function open(address: string, options?: WorkerOptions) {
      opened.push({ address, options });
    }),
  );
}

afterEach(() => {
  opened.length = 0;
  vi.unstubAllGlobals();
});

it("is the script itself where the page has an origin", () => {
  pageOf("https://example.org");
  openWorker();
  expect(opened).toEqual([
    { address: expect.stringContaining("worker") as string, options: { type: "module" } },
  ]);
});

it("is a text that imports the script in a sandboxed frame, the same for every worker", async () => {
  pageOf("null");
  openWorker();
  openWorker();
  expect(opened[0].address).toMatch(/^blob:/);
  expect(opened[1].address).toBe(opened[0].address);
  const text = await (await fetch(opened[0].address)).text();
  expect(text).toMatch(/^import\("[^"]*worker[^"]*"\)/m);
});

it("hands on to the script what was said before it came", async () => {
  pageOf("null");
  openWorker();
  const text = await (await fetch(opened[0].address)).text();
  const scope: { onmessage: (event: unknown) => void } = { onmessage: () => undefined };
  let arrive = (): void => undefined;
  const script = new Promise<void>((resolve) => (arrive = resolve));
  // `import` is not a function that can be handed in, so the text is given another name for it.
  runInNewContext(text.replace("import(", "load("), { self: scope, load: () => script });
  scope.onmessage("first");
  scope.onmessage("second");
  const heard: unknown[] = [];
  scope.onmessage = (event) => heard.push(event); // as the script does
  arrive();
  await script;
  expect(heard).toEqual(["first", "second"]);
});
