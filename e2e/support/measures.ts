import type { Page } from "@playwright/test";

/** How much wider the page is than the window; what is cut off cannot be reached. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Controls that are less than 24 px in one direction, each with its size. */
export function smallControls(page: Page): Promise<string[]> {
  return page
    .locator("button:visible, select:visible, summary:visible, a[href]:visible")
    .evaluateAll((controls) =>
      controls.flatMap((control) => {
        const { width, height } = control.getBoundingClientRect();
        const unseen = control.closest("[role=toolbar]") !== null; // for the keyboard only
        return unseen || (width >= 24 && height >= 24)
          ? []
          : [`${control.textContent} ${Math.round(width)}×${Math.round(height)}`];
      }),
    );
}

/** Text in the page's own words, not in a drawing, that is smaller than `least` px, each with its size. */
export function smallText(page: Page, least: number): Promise<string[]> {
  return page.locator("article").evaluate((article, px) => {
    const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      const isDrawn = element?.closest("svg, .katex, .aloud, [role=toolbar], [role=grid]") !== null;
      if (!element || isDrawn || node.textContent?.trim() === "" || !element.checkVisibility()) continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (size < px) small.push(`${size} ${node.textContent}`);
    }
    return small;
  }, least);
}

/** Parts of a slide that reach beyond the window, or hold more than they have room for. */
export function overflowing(page: Page): Promise<string[]> {
  return page.locator("article").evaluate((article) => {
    const root = document.documentElement;
    const page = root.scrollHeight > innerHeight || root.scrollWidth > innerWidth ? ["the page"] : [];
    const side = article.querySelector("[data-part=side]")?.children ?? [];
    const parts = [...article.children, ...side].map(
      (part) => (part.matches("footer") ? part.children[0] : part), // its controls are out of sight
    );
    const wrong = parts.filter((part) => {
      const box = part.getBoundingClientRect();
      const isOut = box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.top < 0 || box.left < 0;
      return isOut || part.scrollHeight > part.clientHeight + 8 || part.scrollWidth > part.clientWidth + 8;
    });
    return [...page, ...wrong.map((part) => `${part.className}: ${part.textContent?.slice(0, 60)}`)];
  });
}

/** Words that a box cuts off at its side and that it cannot be scrolled to, each as far as it is known. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      const isLeftOut = element?.closest(
        ".aloud, .katex-mathml, [role=grid], select, script, noscript, style",
      );
      if (!element || isLeftOut || node.textContent?.trim() === "" || !element.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right, width } = range.getBoundingClientRect();
      for (let box: Element | null = element; box && width > 0; box = box.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(box);
        if (overflowX === "auto" || overflowX === "scroll" || textOverflow === "ellipsis") break;
        const edge = box.getBoundingClientRect();
        const isCut = overflowX !== "visible" && (left < edge.left - 1 || right > edge.right + 1);
        if (isCut || (box === document.body && right > innerWidth + 1)) {
          found.push(`${node.textContent} (${Math.round(left)} to ${Math.round(right)})`);
          break;
        }
      }
    }
    return found;
  });
}
