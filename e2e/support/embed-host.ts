import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { FrameLocator, Page } from "@playwright/test";
import { expect, test as base } from "./fixtures";
import { LabPage } from "./lab-page";

/** A message of the frame, as the page around gets it. */
interface Told {
  bellman: number;
  type: string;
  [entry: string]: unknown;
}

/** The sandbox of the HTML that the share dialog hands out: the frame has no origin, and so no storage. */
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** A page of a course, of another site than the lab's, with the lab in a frame of it. */
export class EmbedHost {
  readonly frame: FrameLocator;
  readonly lab: LabPage;
  private body = "";
  private readonly server = createServer((_request, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(this.body),
  );

  private constructor(
    readonly page: Page,
    private readonly site: string,
    private readonly problems: string[],
  ) {
    this.frame = page.frameLocator("iframe[title=Lab]");
    this.lab = new LabPage(page, this.frame);
  }

  /** A server of its own: browsers do not let pages of who knows where reach one on this machine. */
  static async start(page: Page, site: string, problems: string[]): Promise<EmbedHost> {
    const host = new EmbedHost(page, site, problems);
    await new Promise<void>((resolve) => host.server.listen(0, "127.0.0.1", resolve));
    return host;
  }

  stop(): void {
    this.server.close();
  }

  /** Not that of the lab, which is opened by its number. */
  get origin(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** What the address of a frame needs so that this page may command it. */
  get named(): string {
    return `&host=${this.origin}`;
  }

  /** Opens the page with a frame of this address after the site's: `?embed=1…#…`. */
  async open(
    address: string,
    { width = 640, height = 480, sandbox = SANDBOX, before = "" } = {},
  ): Promise<void> {
    const attributes = `src="${this.site}${address.replaceAll("&", "&amp;")}" title="Lab" width="${width}" height="${height}"`;
    await this.openHtml(`${before}<iframe ${attributes} sandbox="${sandbox}"></iframe>`);
  }

  /** Opens the page with this HTML in it. */
  openHtml(html: string): Promise<void> {
    return this.openPage(`<!doctype html><html lang="en"><title>A course</title><main><h1>A course</h1>
      <label>Notes <input></label><p>Text of the course.</p>${html}</main>
      <script>
        window.told = [];
        addEventListener("message", ({ data, source, origin }) => {
          if (source === document.querySelector("iframe").contentWindow) told.push({ ...data, from: origin });
        });
      </script>`);
  }

  /** Opens this page. */
  async openPage(html: string): Promise<void> {
    this.body = html;
    await this.page.goto(`${this.origin}/course`);
    // The page of the course is another site's by intention.
    for (let i = this.problems.length - 1; i >= 0; i--) {
      if (this.problems[i].includes(`${this.origin}/`)) this.problems.splice(i, 1);
    }
  }

  /** Sends the frame a message, from the page itself. */
  async send(message: unknown): Promise<void> {
    await this.page.evaluate(
      (data) => document.querySelector("iframe")?.contentWindow?.postMessage(data, "*"),
      message,
    );
  }

  /** All messages so far of one type. */
  told(type: string): Promise<Told[]> {
    return this.page.evaluate(
      (wanted) => (window as unknown as { told: Told[] }).told.filter((each) => each.type === wanted),
      type,
    );
  }

  /** Waits for a message that has these entries; gives the last such one. */
  async hears(type: string, entries: Record<string, unknown> = {}, timeout = 20_000): Promise<Told> {
    await expect
      .poll(() => this.told(type), { timeout })
      .toEqual(expect.arrayContaining([expect.objectContaining(entries)]));
    const all = await this.told(type);
    const fitting = all.filter((told) =>
      Object.entries(entries).every(([name, value]) => JSON.stringify(told[name]) === JSON.stringify(value)),
    );
    return fitting[fitting.length - 1] ?? all[all.length - 1];
  }
}

export { expect };

/** Playwright's `test` with a page of another site around the lab. */
export const test = base.extend<{ host: EmbedHost }>({
  host: async ({ page, baseURL, problems }, provide) => {
    const host = await EmbedHost.start(page, String(baseURL), problems);
    await provide(host);
    host.stop();
  },
});
