type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end";

const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Where invalid JSON first goes wrong: an index, or the text's length if it ends too early. Browsers put that
 * into their error messages in different words or not at all.
 */
export function faultIn(text: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (; at < text.length; at++) {
    const letter = text[at];
    if (" \t\n\r".includes(letter)) continue;
    if (expected === ":") {
      if (letter !== ":") return at;
      expected = "value";
    } else if (expected === ", or end") {
      const inside = open.at(-1);
      if (letter === "," && inside) expected = inside === "{" ? "key" : "value";
      else if (inside && letter === (inside === "{" ? "}" : "]")) open.pop();
      else return at;
    } else if ((letter === "]" && expected === "value or ]") || (letter === "}" && expected === "key or }")) {
      open.pop();
      expected = ", or end";
    } else if (letter === '"') {
      at = endOfString(text, at);
      if (text[at] !== '"') return at;
      expected = expected.startsWith("key") ? ":" : ", or end";
    } else if (expected.startsWith("key")) {
      return at;
    } else if (letter === "{" || letter === "[") {
      open.push(letter);
      expected = letter === "{" ? "key or }" : "value or ]";
    } else {
      SCALAR.lastIndex = at;
      const scalar = SCALAR.exec(text);
      if (!scalar) return at;
      at += scalar[0].length - 1;
      expected = ", or end";
    }
  }
  return text.length;
}

/** The index of the closing quote, or of what cannot stand in a string; the text's length if it is never closed. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] >= " ") {
    ESCAPE.lastIndex = at;
    if (text[at] !== "\\") at++;
    else if (ESCAPE.test(text)) at = ESCAPE.lastIndex;
    else return at;
  }
  return at;
}
