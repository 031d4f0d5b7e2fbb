import { isMap, isScalar, parseDocument } from "yaml";
import { tarballOf, type KitFacts, type RepositoryNames } from "./facts.ts";

/** What the root depends on: what its scripts and tests use, and what the commands need to be there. */
const devDependencies = [
  "@types/node",
  "kubernetes-models",
  "node",
  "oxlint",
  "tsx",
  "turbo",
  "typed-manifests",
  "typescript",
  "vitest",
  "yaml",
  "zx",
];

/** package.json of the root: each command is a script, so that `pnpm build` means here what the documentation says. */
export function packageFile({ name }: RepositoryNames, { commands, packageManager }: KitFacts): string {
  return json({
    name,
    version: "0.0.0",
    private: true,
    type: "module",
    scripts: {
      ...Object.fromEntries(commands.map((command) => [command, `typed-manifests ${command}`])),
      test: "turbo run check:types check:lint check:secrets check:rendered test",
      released: "tsx scripts/released.ts",
      "check:types": "tsc --project .",
      "check:lint": "oxlint --deny-warnings",
      "check:secrets": "typed-manifests secrets scan",
      "check:rendered": "typed-manifests drift && typed-manifests check",
    },
    devDependencies: Object.fromEntries(devDependencies.map((one) => [one, "catalog:"])),
    packageManager,
  });
}

/**
 * pnpm-workspace.yaml, with the versions and settings of the kit's own.
 *
 * @throws Error where the kit's own has no version of what is needed: a bug of the kit.
 */
export function workspaceFile({ version, workspace }: KitFacts): string {
  const own = parseDocument(workspace);
  const catalog = own.get("catalog");
  const versionOf = (name: string): string => {
    const value = name === "typed-manifests" ? version : isMap(catalog) && catalog.get(name);
    if (typeof value !== "string") throw new Error(`the kit's own catalog has no ${name}`);
    return value;
  };
  const setting = (name: string): string => {
    const value = own.get(name, true);
    if (!isScalar(value)) throw new Error(`the kit's own pnpm-workspace.yaml has no ${name}`);
    return String(value.value);
  };
  const versions = devDependencies.map(
    (name) => `  ${name.startsWith("@") ? `"${name}"` : name}: ${versionOf(name)}\n`,
  );
  return `packages:
  - packages/*
  - packages/*/*

# Exact versions, in this one place: package.json says "catalog:".
catalogMode: strict
catalog:
${versions.join("")}
# typed-manifests is this file, and not what a registry may have under the name. docs/make-it-yours.md of the kit says how
# it is upgraded.
overrides:
  typed-manifests: file:${tarballOf(version)}

# Every script installs first what the lockfile asks for, so a clone needs no separate install.
verifyDepsBeforeRun: install
# Only these may run code while they are installed: both fetch their binary from the registry.
allowBuilds:
  esbuild: true
  node: true
# pnpm itself runs on the machine's Node (20 or newer); scripts run on the package \`node\` above.
nodeVersion: ${setting("nodeVersion")}
pmOnFail: ignore
# Three days, in minutes: a bad version is mostly found and taken back within them.
minimumReleaseAge: ${setting("minimumReleaseAge")}
`;
}

export const tsconfig = json({
  compilerOptions: {
    target: "esnext",
    lib: ["esnext"],
    module: "nodenext",
    types: ["node"],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    incremental: true,
    tsBuildInfoFile: "node_modules/.cache/tsconfig.tsbuildinfo",
  },
  include: ["packages/*/src", "packages/*/vendor.ts", "packages/*/test", "packages/*/*/src", "scripts"],
});

export const turboFile = `{
  "$schema": "./node_modules/turbo/schema.json",
  "ui": "stream",
  // Turbo hides other variables from the tasks.
  "globalPassThroughEnv": ["CI", "NO_COLOR", "FORCE_COLOR", "HOME", "XDG_CACHE_HOME", "GO*"],
  "tasks": {
    "//#check:types": { "inputs": ["$TURBO_DEFAULT$", "!generated/**", "!overlays/**", "!*.md"], "outputs": [] },
    "//#check:lint": { "inputs": ["$TURBO_DEFAULT$", "!generated/**", "!overlays/**", "!*.md"], "outputs": [] },
    "//#check:secrets": { "inputs": ["$TURBO_DEFAULT$"], "outputs": [] },
    "//#check:rendered": { "inputs": ["$TURBO_DEFAULT$", "!scripts/**", "!*.md"], "outputs": [], "env": ["KUSTOMIZE"] },
    // The tests of a system: packages/<system>/test.
    "test": {
      "inputs": ["$TURBO_DEFAULT$", "$TURBO_ROOT$/generated/rendered/**", "$TURBO_ROOT$/overlays/**"],
      "outputs": [],
      "outputLogs": "new-only"
    }
  }
}
`;

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
