import { describe, expect, it } from "vitest";
import { languageFor } from "./language";

describe("the language of the page", () => {
  const chosen = (...wanted: string[]) =>
    languageFor(wanted, (code) => ["de", "fr", "pt-BR", "zh", "zh-Hant"].includes(code));

  it("is the first wanted one that there is, in the form wanted or a wider one", () => {
    expect(chosen("de")).toBe("de");
    expect(chosen("de-AT", "en")).toBe("de");
    expect(chosen("zh-Hant-TW")).toBe("zh-Hant");
    expect(chosen("zh-CN")).toBe("zh");
    expect(chosen("fil", "pt-PT", "pt-BR", "fr")).toBe("pt-BR");
  });

  it("is English for those who put it first, and where nothing fits", () => {
    expect(chosen("en-GB", "de")).toBe("en");
    expect(chosen("ja", "pt-PT")).toBe("en");
    expect(chosen()).toBe("en");
  });
});
