import { defineConfig, type OxlintOverride } from "oxlint";

/**
 * What each room of packages/kit may import of the others; docs/architecture.md says why. A room that is `pure`
 * takes plain data: no files, no subprocesses, no network.
 */
const rooms: Record<string, { readonly kit: readonly string[]; readonly pure?: true }> = {
  text: { kit: [], pure: true },
  yaml: { kit: [], pure: true },
  leaks: { kit: ["yaml"], pure: true },
  errors: { kit: ["leaks", "text"], pure: true },
  station: { kit: [], pure: true },
  kube: { kit: ["errors", "schema"], pure: true },
  kustomize: { kit: ["kube", "yaml"], pure: true },
  model: { kit: ["errors", "kube", "leaks"], pure: true },
  order: { kit: ["kube", "text"], pure: true },
  topology: { kit: ["kube", "leaks", "text"], pure: true },
  programs: { kit: ["errors"] },
  tree: { kit: ["errors", "programs"] },
  emit: { kit: ["errors", "kube", "model", "order", "station"], pure: true },
  prove: { kit: ["emit", "errors", "kube", "station", "text"], pure: true },
  vendor: { kit: ["emit", "errors", "kube", "model", "yaml"], pure: true },
  workspace: { kit: ["errors", "model", "programs", "station", "vendor"] },
  secrets: { kit: ["errors", "leaks", "model", "programs", "text", "yaml"] },
  render: { kit: ["errors", "kube", "kustomize", "leaks", "model", "programs", "station", "text", "tree", "yaml"] },
  capacity: { kit: ["errors", "kube", "model", "text"], pure: true },
  schema: { kit: ["errors"], pure: true },
  check: {
    kit: ["capacity", "errors", "kube", "kustomize", "leaks", "model", "order", "schema", "station", "text", "yaml"],
    pure: true,
  },
  review: {
    kit: ["definitions", "errors", "kube", "kustomize", "leaks", "model", "schema", "station", "text", "yaml"],
    pure: true,
  },
  live: { kit: ["errors", "kube", "leaks", "programs", "review", "text"] },
  "pull-request": { kit: ["errors", "leaks"] },
  migrate: { kit: ["errors"], pure: true },
  images: { kit: ["errors", "kustomize", "model", "text", "yaml"], pure: true },
  scaffold: { kit: ["errors", "kube"], pure: true },
  definitions: { kit: ["errors", "kube", "schema"], pure: true },
  "control-plane": { kit: ["errors", "programs"] },
  rehearse: { kit: ["control-plane", "errors", "kube", "order", "text", "yaml"] },
  gitops: { kit: ["emit", "errors", "kube", "model", "station", "text"], pure: true },
  build: {
    kit: [
      "emit",
      "errors",
      "gitops",
      "images",
      "kube",
      "kustomize",
      "leaks",
      "model",
      "programs",
      "prove",
      "render",
      "secrets",
      "text",
      "tree",
      "workspace",
      "yaml",
    ],
  },
  terminal: { kit: ["errors", "leaks", "text"] },
  repository: {
    kit: [
      "build",
      "check",
      "definitions",
      "emit",
      "errors",
      "gitops",
      "images",
      "kube",
      "kustomize",
      "leaks",
      "migrate",
      "model",
      "programs",
      "prove",
      "rehearse",
      "render",
      "review",
      "scaffold",
      "schema",
      "secrets",
      "terminal",
      "text",
      "tree",
      "vendor",
      "workspace",
      "yaml",
    ],
  },
  cli: {
    kit: [
      "build",
      "capacity",
      "check",
      "control-plane",
      "definitions",
      "errors",
      "gitops",
      "images",
      "kube",
      "kustomize",
      "leaks",
      "live",
      "migrate",
      "model",
      "order",
      "programs",
      "pull-request",
      "rehearse",
      "render",
      "repository",
      "review",
      "scaffold",
      "secrets",
      "terminal",
      "text",
      "topology",
      "tree",
      "vendor",
      "workspace",
    ],
  },
  "typed-manifests": { kit: ["check", "gitops", "model"] },
  artefact: { kit: ["errors", "programs"] },
  updaters: { kit: ["errors", "programs"] },
  testing: { kit: [] },
  bench: { kit: ["build", "emit", "errors", "programs", "render", "testing", "tree", "workspace"] },
};

const everywhere = [
  {
    regex: "^kubernetes-models(/[a-z0-9.-]+)*$",
    message: "Name the kind, as in kubernetes-models/apps/v1/Deployment: a barrel takes most of a second to load.",
  },
  { regex: String.raw`^\.\./(.*/)?[^./]+/src/`, message: "Import the package by its name." },
];
const frontOnly = {
  regex: "^@kit/",
  message: "A system imports typed-manifests, and nothing else of the kit.",
};
const impure = {
  regex: "^node:(child_process|cluster|dgram|fs|http|http2|https|net|os|process|tls|worker_threads)(/|$)|^zx$",
  message: "This room is pure: it takes data and returns data. Files and processes are for the edge.",
};

export default defineConfig({
  plugins: ["typescript", "import", "unicorn", "oxc", "vitest"],
  categories: { correctness: "error", suspicious: "error" },
  options: { typeAware: true },
  ignorePatterns: ["generated/", "packages/definitions/"],
  rules: {
    // A cycle of types alone is one too: neither file is understood without the other.
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "typescript/consistent-type-imports": "error",
    "typescript/no-floating-promises": "error",
    "no-restricted-imports": ["error", { patterns: everywhere }],
    // fast-check documents its default import.
    "import/no-named-as-default-member": "off",
    // What comes from JSON, YAML or a catch is unknown; saying what is expected of it, once, at the edge, is the point.
    "typescript/no-unsafe-type-assertion": "off",
    // `never` and `unknown` say on purpose what a default leaves to be looked up.
    "typescript/no-unnecessary-type-arguments": "off",
    // One generic is used for what its callers write: that values are of their own system's type.
    "typescript/no-unnecessary-type-parameters": "off",
  },
  overrides: [
    // A concurrent test has an `expect` of its own.
    { files: ["**/test/**"], rules: { "no-shadow": "off" } },
    // What does not compile is written for the compiler alone.
    { files: ["**/*.test-d.ts"], rules: { "no-new": "off" } },
    ...Object.keys(rooms).map(wallsOf),
    {
      files: ["packages/*/src/**", "packages/*/*/src/**"],
      excludeFiles: ["packages/kit/**"],
      rules: { "no-restricted-imports": ["error", { patterns: [...everywhere, frontOnly] }] },
    },
  ],
});

// An override replaces the rule, so each repeats the patterns for everywhere.
function wallsOf(room: string): OxlintOverride {
  const { kit, pure } = rooms[room]!;
  const others = Object.keys(rooms).filter((other) => other !== room && !kit.includes(other));
  const may = kit.length === 0 ? "nothing of the kit" : kit.map((one) => `@kit/${one}`).join(", ");
  const walls = { regex: `^@kit/(${others.join("|")})(/|$)`, message: `@kit/${room} imports ${may}.` };
  const front = { regex: "^typed-manifests$", message: "The front is for systems: import the room." };
  const patterns = [...everywhere, walls, front, ...(pure === true ? [impure] : [])];
  return { files: [`packages/kit/${room}/src/**`], rules: { "no-restricted-imports": ["error", { patterns }] } };
}
