import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const UI = path.resolve("src/ui");

/** Attributes whose value a person reads or hears. */
const SAID = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "alt",
  "label",
  "placeholder",
  "title",
]);

/** What is the same in every language. */
const NO_WORDS: readonly RegExp[] = [
  /^Bellman$/, // the name of the page
  /^\?backend=\w+$/, // a part of an address, to be written as it is
  /^(CSV|PNG|SVG)$/, // kinds of files
];

/** Operators both sides of which can be shown. */
const JOINS = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

interface Finding {
  node: ts.Node;
  text: string;
}

function wordsIn(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return findings(tree).flatMap(({ node, text }) => {
    const shown = text.replaceAll(/\s+/g, " ").trim();
    if (!/\p{L}{2}/u.test(shown) || NO_WORDS.some((exception) => exception.test(shown))) return [];
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    return [`${file}:${line + 1}: ${shown}`];
  });
}

/** All texts of elements, and the literal texts in attributes that are said. */
function findings(node: ts.Node): Finding[] {
  if (ts.isJsxText(node)) return [{ node, text: node.text }];
  if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))) {
    return [...shownBy(node.expression), ...inside(node)];
  }
  if (ts.isJsxAttribute(node) && SAID.has(node.name.getText())) {
    return [...shownBy(node.initializer), ...inside(node)];
  }
  return inside(node);
}

function inside(node: ts.Node): Finding[] {
  const found: Finding[] = [];
  ts.forEachChild(node, (child) => {
    found.push(...findings(child));
  });
  return found;
}

/** The literal texts that an expression can come to. What functions are given is their own matter. */
function shownBy(node: ts.Node | undefined): Finding[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [{ node, text: node.text }];
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
    const values = node.templateSpans.flatMap(({ expression }) => shownBy(expression));
    return [...parts.map((part) => ({ node: part, text: part.text })), ...values];
  }
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) return shownBy(node.expression);
  if (ts.isConditionalExpression(node)) return [...shownBy(node.whenTrue), ...shownBy(node.whenFalse)];
  if (!ts.isBinaryExpression(node)) return [];
  const { left, operatorToken, right } = node;
  if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return shownBy(right);
  return JOINS.has(operatorToken.kind) ? [...shownBy(left), ...shownBy(right)] : [];
}

const files = readdirSync(UI, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx"))
  .map((name) => `src/ui/${name.replaceAll("\\", "/")}`);

it("finds words in texts and in attributes that are said", () => {
  const planted = `const Part = () => (
    <p title="Go" aria-label={on ? \`Step \${at}\` : words.off} className="two words">
      {at === "run" && "Running"} {at} of <b>3</b> × {words.run} Bellman
    </p>
  );`;
  expect(wordsIn("Part.tsx", planted)).toEqual([
    "Part.tsx:2: Go",
    "Part.tsx:2: Step",
    "Part.tsx:3: Running",
    "Part.tsx:3: of",
  ]);
});

it("the components of the page have their words from the catalogue", () => {
  const found = files.flatMap((file) => wordsIn(file, readFileSync(file, "utf8")));
  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
