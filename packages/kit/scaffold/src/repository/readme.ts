import type { KitFacts, RepositoryNames } from "./facts.ts";

/** README.md: what a newcomer needs, and where the rest is. */
export function readme({ name, system, service }: RepositoryNames, { packageManager }: KitFacts): string {
  const npx = `npx --yes ${packageManager}`;
  return `# ${name}

What we deploy to Kubernetes, as typed TypeScript. A build turns it into plain Kustomize and the rendered result, both
committed in \`generated/\`; Argo CD or Flux syncs \`generated/rendered/<environment>\`, or

\`\`\`sh
kustomize build overlays/dev | kubectl apply -f -
\`\`\`

applies the same.

## Start

You need Node 20 or newer, and kustomize (5.4 or newer), kubectl (1.31 or newer) or Go (1.24 or newer).

\`\`\`sh
${npx} build
${npx} test
\`\`\`

The first builds \`generated/\` and checks it; it also installs the packages and the right Node into this folder. The
second is what CI runs: types, lint, a search for secrets, whether \`generated/\` is up to date and without findings, and the tests.
Where you have pnpm, \`pnpm build\` is the same.

## What is where

${table(["path", "has"], whatIsWhere(system, service))}

## Every day

${table(["to", "do"], everyDay(system, service))}

\`pnpm exec typed-manifests --help\` lists all commands, and each tells more with \`--help\`. The kit's documentation is in
\`node_modules/typed-manifests/docs\` once it is installed: \`authoring.md\`, \`overlays.md\`, \`pull-requests.md\` (with the file for
GitLab), \`gitops.md\`, \`errors.md\`, and \`make-it-yours.md\`, which says how the kit is upgraded.
`;
}

function whatIsWhere(system: string, service: string): Row[] {
  return [
    [`\`packages/${system}/${service}\``, "a service: its objects, and what each environment changes in them"],
    [
      `\`packages/${system}/environments\``,
      "the environments `dev` and `prod`, with the values that differ between them",
    ],
    [`\`packages/${system}/test\``, "what is true of the whole system, as a test of `generated/rendered`"],
    ["`overlays/<environment>`", "which services run there, in which versions; people and image bots write it"],
    ["`generated/`", "what a build makes. Never edit it; commit it with what changed it"],
    ["`scripts/released.ts`", "`pnpm released`: which versions the environments have got in the last week"],
    ["`vendor/kit`", "the kit itself, `typed-manifests`: its commands, and what the packages import"],
    ["`.github/workflows`", "CI, and for pull requests the checks, a review as a comment, and bots' builds"],
  ];
}

function everyDay(system: string, service: string): Row[] {
  return [
    ["change something", "edit its package, `pnpm build`, commit both; `pnpm review` says what it does"],
    [
      "deploy a version",
      `\`pnpm set-image dev ${system}-${service}=1.1.0\`, \`pnpm build\`; then \`pnpm promote dev prod\``,
    ],
    ["add a service", "`pnpm new service`; also `pnpm new environment`, `pnpm new system`"],
    ["see what runs where", "`pnpm images`, `pnpm check`, `pnpm capacity`"],
    ["have Argo CD or Flux sync it", "`packages/gitops`: `gitops.md` of the kit's documentation"],
  ];
}

type Row = readonly [string, string];

/** A table of Markdown, its columns as wide as they have to be. */
function table(head: Row, rows: readonly Row[]): string {
  const widths = [0, 1].map((column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  const line = (row: Row, fill = " "): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column]!, fill)).join(" | ")} |`;
  return [line(head), line(["", ""], "-"), ...rows.map((row) => line(row))].join("\n");
}
