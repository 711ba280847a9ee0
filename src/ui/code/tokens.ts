export type Language = "typescript" | "python";

/** A stretch of code, and what it is where that shows. */
export interface Token {
  readonly text: string;
  readonly kind: "comment" | "keyword" | null;
}

/** Comments and keywords; strings come first, so that nothing in them is taken for either. */
const GRAMMARS: Readonly<Record<Language, RegExp>> = {
  typescript:
    /(?<string>"[^"\n]*"|`[^`]*`)|(?<comment>\/\/.*|\/\*[^]*?\*\/)|\b(?<keyword>case|const|else|export|for|function|if|let|new|of|override|protected|return|switch|yield)\b/g,
  python:
    /(?<comment>#.*|"""[^]*?""")|(?<string>"[^"\n]*")|\b(?<keyword>and|as|break|class|continue|def|elif|else|except|for|from|global|if|import|in|is|lambda|not|or|return|try|while|with)\b/g,
};

/** Cuts code into stretches; put together again they are the code. */
export function tokens(code: string, language: Language): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (const match of code.matchAll(GRAMMARS[language])) {
    const { comment, keyword } = match.groups ?? {};
    if (comment === undefined && keyword === undefined) continue;
    found.push({ text: code.slice(at, match.index), kind: null });
    found.push({ text: match[0], kind: comment === undefined ? "keyword" : "comment" });
    at = match.index + match[0].length;
  }
  found.push({ text: code.slice(at), kind: null });
  return found.filter(({ text }) => text !== "");
}
