import { format } from "d3";

/** Width of a character of a short text and of a number, in a drawing's own units; a little generous. */
export const CHARACTER = 6.5;
export const DIGIT = 7.3;
/** Width of a character of running text: wide and narrow letters even out. */
const RUNNING = 6.1;
/** Height of a line of small text. */
export const LINE = 16;

/** A count with its thousands apart: 50,000. */
export const formatCount = format(",d");

/** Characters of running text that fit into a width. */
export function charactersIn(width: number): number {
  return Math.max(1, Math.floor(width / RUNNING));
}

/** The text in lines of at most `most` characters, broken at spaces; a longer word has a line of its own. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** What the commands of TeX that names and symbols use stand for. */
const COMMANDS: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  varepsilon: "ε",
  theta: "θ",
  lambda: "λ",
  mu: "μ",
  pi: "π",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
  varphi: "φ",
  omega: "ω",
  Delta: "Δ",
  leftarrow: "←",
  rightarrow: "→",
  uparrow: "↑",
  downarrow: "↓",
  mid: "|",
  cdot: "·",
  max: "max",
  log: "log",
};

/** Accents of TeX as combining characters: a dot over a θ is θ̇. */
const ACCENTS: Readonly<Record<string, string>> = {
  dot: "\u0307",
  ddot: "\u0308",
  hat: "\u0302",
  bar: "\u0304",
};

const subscript = (digit: string) => String.fromCodePoint(0x2080 + Number(digit));

/** A short formula, such as the symbol of a quantity, as plain text for a drawing: `\dot\theta` becomes θ̇. */
export function plainTex(tex: string): string {
  return tex
    .replace(/\\(?:text|mathrm|mathit|operatorname)\s*\{([^{}]*)\}/g, "$1")
    .replace(/\\[,;:! ]/g, " ")
    .replace(/\\(dot|ddot|hat|bar)\b/g, (_, name: string) => `\\${name} `)
    .replace(/\\([A-Za-z]+)/g, (all: string, name: string) =>
      name in ACCENTS ? all : (COMMANDS[name] ?? name),
    )
    .replace(/\\(dot|ddot|hat|bar) *(?:\{(.)\}|(.))/g, (_, name: string, braced?: string, bare?: string) => {
      return `${braced ?? bare ?? ""}${ACCENTS[name]}`;
    })
    .replace(/_\{?(\d+)\}?/g, (_, digits: string) => digits.replace(/\d/g, subscript))
    .replace(/[{}$_]/g, "")
    .trim()
    .normalize("NFC");
}

/** “angle θ (rad)”; in little room “θ (rad)”. */
export function quantityName(
  { name, symbol, unit }: { name: string; symbol: string; unit: string },
  short = false,
): string {
  const of = plainTex(symbol);
  return `${short ? "" : `${name} `}${of}${unit ? ` (${unit})` : ""}`;
}
