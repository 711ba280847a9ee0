import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileFor, serve } from "./serve.mjs";

const LONG = "let a = 1;\n".repeat(200);

let folder;
let site;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "serve-"));
  mkdirSync(path.join(folder, "dist/assets"), { recursive: true });
  writeFileSync(path.join(folder, "secret.txt"), "secret");
  writeFileSync(path.join(folder, "dist/index.html"), "<p>page</p>");
  writeFileSync(path.join(folder, "dist/assets/a-12345678.js"), "1");
  writeFileSync(path.join(folder, "dist/long.js"), LONG);
  writeFileSync(path.join(folder, "dist/long.bin"), LONG);
  site = await serve({ directory: path.join(folder, "dist"), base: "/a/b/" });
});

afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true });
});

/** The status of a request whose path is sent as it is; fetch would tidy it up. */
function rawStatus(requestPath) {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(site.url).port), "127.0.0.1", () =>
      socket.write(`GET ${requestPath} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    socket.once("data", (data) => resolve(Number(String(data).split(" ")[1])));
    socket.once("error", reject);
  });
}

/** What is sent, before any decompression. */
async function raw(name, accepted) {
  const headers = accepted === undefined ? {} : { "accept-encoding": accepted };
  const response = await new Promise((resolve, reject) => {
    get(site.url + name, { headers }, resolve).on("error", reject);
  });
  return { headers: response.headers, bytes: Buffer.concat(await response.toArray()) };
}

describe("serve", () => {
  it("serves the page and its files with types and cache headers", async () => {
    const page = await fetch(site.url);
    expect(await page.text()).toBe("<p>page</p>");
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(page.headers.get("cache-control")).toBe("no-cache");
    const script = await fetch(`${site.url}assets/a-12345678.js?x=1`);
    expect(script.headers.get("content-type")).toMatch(/^text\/javascript/);
    expect(script.headers.get("cache-control")).toContain("immutable");
  });

  it.each([
    ["gzip, deflate, br", "br", brotliDecompressSync],
    ["gzip;q=1.0, br;q=0", "gzip", gunzipSync],
    ["identity", undefined, (bytes) => bytes],
    [undefined, undefined, (bytes) => bytes],
  ])("sends text compressed to a browser that accepts %s", async (accepted, encoding, decompress) => {
    const { headers, bytes } = await raw("long.js", accepted);
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers.vary).toBe("accept-encoding");
    expect(Number(headers["content-length"])).toBe(bytes.length);
    expect(String(decompress(bytes))).toBe(LONG);
    if (encoding) expect(bytes.length).toBeLessThan(LONG.length / 5);
  });

  it("sends what is no text, or too short to gain, as it is, and a changed file as it has become", async () => {
    for (const name of ["long.bin", "index.html"])
      expect((await raw(name, "br")).headers["content-encoding"]).toBeUndefined();
    const name = path.join(folder, "dist/changing.js");
    for (const text of [LONG, LONG.replaceAll("1", "2")]) {
      writeFileSync(name, text);
      utimesSync(name, 1000, text === LONG ? 1000 : 2000);
      expect(String(brotliDecompressSync((await raw("changing.js", "br")).bytes))).toBe(text);
    }
  });

  it("gives out nothing but the files of its folder", async () => {
    for (const wrong of [
      "/",
      "/a/b/../../secret.txt",
      "/a/b/../secret.txt",
      "/a/b/%2e%2e/secret.txt",
      "/a/b/..%2fsecret.txt",
      "/a/b/..%5csecret.txt",
      `/a/b/${path.join(folder, "secret.txt")}`,
      "/a/b//secret.txt",
      "/a/b/assets",
      "/a/b/%00",
      "/a/b/%E0%A4%A",
      "/a/b/nothing.js",
    ]) {
      expect(await rawStatus(wrong), wrong).toBe(404);
    }
  });

  it("takes the next port when one is taken, unless it was told which", async () => {
    const other = await serve({ directory: folder });
    expect(other.url).not.toBe(site.url);
    await expect(serve({ directory: folder, port: Number(new URL(other.url).port) })).rejects.toThrow(
      "EADDRINUSE",
    );
    other.close();
  });

  it("finds index.html in folders only by their slash", () => {
    expect(fileFor(path.join(folder, "dist"), "/", "/")).toBe(path.join(folder, "dist/index.html"));
  });
});

describe("the command line", () => {
  const run = (...given) =>
    spawnSync(process.execPath, [path.join(import.meta.dirname, "serve.mjs"), ...given], {
      encoding: "utf8",
    });

  it("says how it is used, and what it does not understand", () => {
    expect(run("--help")).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^usage: .*--port/),
      stderr: "",
    });
    expect(run("--prot", "80")).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/--prot.*\nusage: /),
    });
  });
});
