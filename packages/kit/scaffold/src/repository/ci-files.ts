import type { KitFacts } from "./facts.ts";

/** The workflow that runs `pnpm test`, with the actions that those for pull requests pin. */
export function ciWorkflow({ packageManager, workflows }: KitFacts): string {
  return `name: CI

on:
  push:
    branches: [main]
  pull_request:
  # A commit that the workflow \`render\` pushes starts nothing by itself.
  workflow_dispatch:

permissions: {}

concurrency:
  group: ci-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  test:
    name: Test
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    permissions:
      contents: read
    steps:
      - uses: ${pinned(workflows, "actions/checkout")}
        with:
          persist-credentials: false
      - uses: ${pinned(workflows, "actions/setup-node")}
        with:
          node-version: 24
      - run: npx --yes ${packageManager} test
`;
}

/**
 * An action with its commit and version, as the kit's own workflows have it.
 *
 * @throws Error where none has: a bug of the kit.
 */
function pinned(workflows: KitFacts["workflows"], action: string): string {
  const all = [...workflows.values()].join("\n");
  const found = all.split("\n").find((line) => line.includes(`uses: ${action}@`));
  if (found === undefined) throw new Error(`no workflow of the kit uses ${action}`);
  return found.slice(found.indexOf(action));
}

export const renovateFile = `${JSON.stringify(
  {
    $schema: "https://docs.renovatebot.com/renovate-schema.json",
    extends: ["config:recommended"],
    minimumReleaseAge: "3 days",
    internalChecksFilter: "strict",
    ignorePaths: ["**/node_modules/**", "generated/**"],
    gitIgnoredAuthors: ["41898282+github-actions[bot]@users.noreply.github.com"],
    customManagers: [
      {
        description: "The pnpm that README and workflows name is the one in package.json.",
        customType: "regex",
        managerFilePatterns: ["/\\.md$/", "/^\\.github/workflows/.+\\.yml$/"],
        matchStrings: ["npx --yes pnpm@(?<currentValue>[\\d.]+)"],
        depNameTemplate: "pnpm",
        datasourceTemplate: "npm",
      },
    ],
    packageRules: [
      {
        description: "The kit is a file in vendor/kit: what a registry has under its name is not it.",
        matchPackageNames: ["typed-manifests"],
        enabled: false,
      },
      {
        description:
          "Images are the team's own, and registries seldom say when a tag was made. After these, generated/rendered has to " +
          "follow: .github/workflows/render.yml builds and commits it.",
        matchManagers: ["kustomize"],
        matchFileNames: ["overlays/**"],
        minimumReleaseAge: null,
        addLabels: ["images"],
      },
    ],
  },
  null,
  2,
)}\n`;
