import { bracketed, number } from "../../core/equations";
import type { NetworkExplanation } from "../../core/network-run";
import type { EquationLine } from "../../core/outcome";

const RULE =
  "\\Delta\\theta = \\nabla\\log p(c^*) + \\lambda\\sum_t {(R - b_t)}\\,\\nabla\\log\\mathcal N(l_{t+1};\\mu_t,\\sigma^2) - \\nabla (R-b_t)^2";

type Row = Readonly<Record<string, number>>;

const pair = (x: number, y: number): string => `(${number(x)},\\,${number(y)})`;

/**
 * The update in symbols and, for one image of the batch, with the numbers known so far: where it looked last and where
 * it looks next; at the end, the reward and the push that the last chosen place got.
 */
export function equation(explanation: NetworkExplanation | null, index: number): EquationLine[] {
  const row = explanation?.rows[Math.min(Math.max(index, 0), explanation.rows.length - 1)];
  if (!explanation || !row) return [RULE];
  const { numbers } = explanation;
  if (row.reward === undefined) return [RULE, ...lookLines(row, numbers.sigma)];
  return [RULE, answerLine(row), ...pushLines(row, numbers)];
}

function lookLines(row: Row, sigma: number): EquationLine[] {
  const seen = `l_{${row.glimpse}} = ${pair(row.x, row.y)}`;
  if (row.belief === undefined) return [seen];
  const belief = `\\max_c p(c\\mid h_{${row.glimpse}}) = p(${row.best}\\mid h_{${row.glimpse}}) = ${number(row.belief)}`;
  if (row.nextX === undefined) return [`${seen},\\quad ${belief}`];
  const draw = `l_{${row.glimpse + 1}} \\sim \\mathcal N\\bigl(${pair(row.meanX, row.meanY)},\\, ${number(sigma)}^2\\bigr) = \\mathbf{${pair(row.nextX, row.nextY)}}`;
  return [`${seen},\\quad ${belief}`, draw];
}

function answerLine({ label, best, belief, reward }: Row): EquationLine {
  const sign = reward === 1 ? "=" : "\\ne";
  return `\\arg\\max_c p(c\\mid h_T) = ${best}\\ (p = ${number(belief)}) ${sign} c^* = ${label}\\ \\Rightarrow\\ {R = \\mathbf{${reward}}}`;
}

/** Of the last place that was chosen: its advantage and the direction it pushes the mean in. */
function pushLines(row: Row, { sigma, weight, batch }: Row): EquationLine[] {
  if (row.advantage === undefined) return [];
  const { glimpse: t, reward, advantage, baseline } = row;
  const credit =
    baseline === undefined
      ? `A_{${t}} = R = \\mathbf{${number(advantage)}}`
      : `A_{${t}} = R - b(h_{${t}}) = ${reward} - ${bracketed(baseline)} = \\mathbf{${number(advantage)}}`;
  if (row.gradientX === undefined) return [credit];
  const slope = `\\nabla_\\mu \\log\\mathcal N = \\frac{l_{${t + 1}} - \\mu(h_{${t}})}{\\sigma^2} = \\frac{${pair(row.nextX, row.nextY)} - ${pair(row.meanX, row.meanY)}}{${number(sigma)}^2} = ${pair(row.gradientX, row.gradientY)}`;
  const way = advantage > 0 ? "towards" : "away from";
  const push = `\\tfrac{${number(weight)}}{${batch}}\\cdot ${bracketed(advantage)}\\cdot ${pair(row.gradientX, row.gradientY)}\\quad\\allowbreak\\text{pushes the mean ${way} the place drawn}`;
  return [credit, slope, push];
}
