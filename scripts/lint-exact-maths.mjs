/**
 * A rule for oxlint: in code whose results must be the same to the last bit in every browser, only
 * + − × ÷ √ and the exact functions of Math may be used. Engines disagree about the others, and about `**`.
 * src/core/det-math has replacements.
 */
const EXACT = new Set(
  "abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN2 LN10 LOG2E LOG10E PI SQRT1_2 SQRT2".split(
    " ",
  ),
);

/** A number as written, with or without a sign: such a power is computed when the code is compiled. */
const isNumber = (node) =>
  node.type === "UnaryExpression" ? isNumber(node.argument) : typeof node.value === "number";

const noInexact = {
  create(context) {
    const report = (node, what) =>
      context.report({ node, message: `${what} differs between browsers. Use src/core/det-math.` });
    return {
      MemberExpression(node) {
        const { object, property, computed } = node;
        if (object.type !== "Identifier" || object.name !== "Math") return;
        if (computed) report(node, "A function of Math chosen while running");
        else if (property.name !== "random" && !EXACT.has(property.name))
          report(node, `Math.${property.name}`);
      },
      VariableDeclarator(node) {
        if (node.init?.type === "Identifier" && node.init.name === "Math")
          report(node, "A function taken out of Math");
      },
      BinaryExpression(node) {
        if (node.operator === "**" && !(isNumber(node.left) && isNumber(node.right)))
          report(node, "The operator **");
      },
      AssignmentExpression(node) {
        if (node.operator === "**=") report(node, "The operator **");
      },
    };
  },
};

export default { meta: { name: "exact-maths" }, rules: { "no-inexact": noInexact } };
