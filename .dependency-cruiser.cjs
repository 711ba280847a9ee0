/**
 * Who may import whom (docs/architecture.md). Tests may import anything; everything else keeps to these lists.
 * `only(...)` names all that a folder may import; an import of a type alone is free where `types: true` says so.
 */
const TEST = "\\.test\\.tsx?$";
const VIEW = "/(view|figure)[^/]*(/|$)";
const RUN = "^src/algos/[^/]+/run";
const D3 = "node_modules/(d3($|-|/)|@types/d3)";

const ENGINE = [
  "^src/core/",
  "^src/nn/",
  "^src/envs/",
  "^src/algos/",
  "^src/engine/",
  "node_modules/fflate/",
];

const only = (name, from, allowed, { types = false, except = [] } = {}) => ({
  name,
  comment: `${from} imports only ${allowed.join(", ") || "nothing"}${types ? ", and types" : ""}`,
  severity: "error",
  from: { path: from, pathNot: [TEST, ...except] },
  to: { pathNot: allowed, ...(types && { dependencyTypesNot: ["type-only"] }) },
});

const never = (name, from, to, rest = {}) => ({
  name,
  severity: "error",
  from: { pathNot: TEST, ...from },
  to: { ...to, ...rest },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "everything-resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^virtual:" }, // made by our plugins for Vite
    },
    never(
      "no-dev-tools-in-the-product",
      { path: "^src/" },
      { dependencyTypes: ["npm-dev"] },
      { pathNot: "node_modules/@types/" },
    ),
    never("src-stands-alone", { path: "^src/" }, { path: "^(e2e|bench|scripts)/" }),
    never(
      "tfjs-in-nn-only",
      { path: "^(src|bench|e2e|scripts)/", pathNot: ["^src/nn/", TEST] },
      { path: "@tensorflow" },
    ),

    only("core", "^src/core/", ["^src/core/"]),
    only("nn", "^src/nn/", ["^src/core/", "^src/nn/", "@tensorflow"]),

    only("envs", "^src/envs/([^/]+)/", ["^src/core/", "^src/envs/$1/"], { except: [VIEW] }),
    never(
      "envs-do-not-know-views",
      { path: "^src/envs/", pathNot: [VIEW, TEST] },
      { path: `^src/.*${VIEW}` },
    ),
    only("envs-index", "^src/envs/[^/]+$", ["^src/core/", "^src/envs/[^/]+/env\\.ts$"]),

    only("algos", "^src/algos/([^/]+)/", ["^src/core/", "^src/nn/", "^src/algos/$1/"], { except: [VIEW] }),
    never(
      "spec-imports-no-run",
      { path: "^src/algos/[^/]+/spec", pathNot: TEST },
      { path: `${RUN}|^src/nn/` },
    ),
    only("algos-index", "^src/algos/[^/]+$", ["^src/core/", "^src/algos/[^/]+/spec\\.ts$"]),

    only("engine", "^src/engine/", ENGINE, { except: ["^src/engine/client"] }),
    only("engine-client", "^src/engine/client", [...ENGINE, "^src/messages/"]),
    never("engine-draws-nothing", { path: "^src/engine/" }, { path: VIEW }),
    never(
      "runs-are-loaded-by-loaders",
      { path: "^src/", pathNot: ["^src/engine/loaders", "^src/algos/([^/]+)/", TEST] },
      { path: RUN },
    ),

    only("offline", "^src/offline/", ["^src/offline/"]),
    only("messages", "^src/messages/", ["^src/messages/"]),
    only("plots", "^src/plots/", [D3, "^src/plots/", "^src/messages/"], { types: true }),
    only(
      "views",
      `^src/(?:envs|algos)/([^/]+)${VIEW}`,
      [D3, "^src/plots/", "^src/messages/", "^src/(envs|algos)/$1/"],
      { types: true },
    ),

    only("scenario", "^src/scenario/", [
      "^src/core/",
      "^src/scenario/",
      "^src/(envs|algos)/index\\.ts$",
      "node_modules/fflate/",
    ]),
    only("code", "^src/code/", ["^src/core/", "^src/code/", "^src/(envs|algos)/index\\.ts$", "^virtual:"], {
      types: true,
    }),
    only("lessons", "^src/lessons/", ["^src/core/", "^src/scenario/", "^src/lessons/"]),
    never(
      "ui-reaches-the-engine-through-client",
      { path: "^src/ui/", pathNot: TEST },
      { path: "^src/engine/", pathNot: "^src/engine/client" },
      { dependencyTypesNot: ["type-only"] },
    ),
    never(
      "ui-runs-no-algorithm",
      { path: "^src/ui/", pathNot: TEST },
      { path: `${RUN}|^src/nn/|^src/headless/` },
    ),
    never(
      "headless-has-no-page",
      { path: "^src/headless/", pathNot: TEST },
      { path: `^src/(ui|plots)/|${VIEW}|node_modules/(react|d3)` },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
