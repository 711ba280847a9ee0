/** A value of a scenario as Python writes it. */
export function literal(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return numberLiteral(value);
  // Python reads every JSON string.
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  throw new TypeError(`There is no Python for ${typeof value}.`);
}

/** 50000 → 50_000 */
function numberLiteral(value: number): string {
  if (value === Infinity) return 'float("inf")';
  const text = String(value);
  return /^-?\d{5,}$/.test(text) ? text.replaceAll(/\B(?=(\d{3})+$)/g, "_") : text;
}

/** stepReward → step_reward; Python keeps “lambda” for itself. */
export function nameOf(parameter: string): string {
  const name = parameter.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return name === "lambda" ? "lambda_" : name;
}

const LETTERS: Readonly<Record<string, string>> = {
  alpha: "α",
  epsilon: "ε",
  gamma: "γ",
  lambda: "λ",
  nabla: "∇",
  phi: "φ",
  pi: "π",
  sigma: "σ",
  tau: "τ",
  theta: "θ",
  lVert: "‖",
  rVert: "‖",
};

/** A symbol in KaTeX as plain text: \epsilon_{\text{end}} → ε_end. */
export function plainSymbol(tex: string): string {
  return tex
    .replaceAll(/\\(text|mathcal)\b ?|[{}]/g, "")
    .replaceAll(/\\([A-Za-z]+)/g, (_, name: string) => LETTERS[name] ?? name);
}

/** Text of whoever made a scenario, for a comment or a docstring: nothing that could end it. */
export function harmless(text: string): string {
  return text
    .replaceAll(/["\\]/g, "'")
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}
