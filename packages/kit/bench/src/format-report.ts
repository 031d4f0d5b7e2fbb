import type { Results, SizeResult } from "./bench.ts";
import type { BuildResult } from "./bench-build.ts";
import type { Measurement } from "./measurement.ts";
import { targets } from "./targets.ts";

/** What a run measured, as the page docs/benchmarks.md. */
export function formatReport(results: Results): string {
  const { machine, sizes, own } = results;
  const sections = [
    `# Benchmarks`,
    `Written by \`pnpm bench\` on ${machine.date}, on ${machine.cores} ${machine.cores === 1 ? "core" : "cores"} (${machine.platform}). Versions: ${machine.versions.join(", ")}.`,
    intro,
    `## Numbers to reach`,
    targetTable(results),
    `## Emit`,
    emitText,
    table(["services", "objects", "program", "ms", "MB", "time", "memory"], sizes.flatMap(emitRows)),
    `## Render`,
    renderText,
    table(["services", "overlays", "program", "ms", "MB", "time"], sizes.flatMap(renderRows)),
    `## Whole build`,
    buildText,
    table(
      ["services", "what", "ms", "MB", "time"],
      sizes.flatMap(({ services, build }) => buildRows(count(services), build)),
    ),
    `## Check`,
    checkText,
    table(["services", "objects", "program", "ms", "MB", "time"], sizes.flatMap(checkRows)),
    `## Review`,
    reviewText,
    table(["services", "changed", "program", "ms", "MB", "time"], sizes.flatMap(reviewRows)),
    `## This repository`,
    ownText,
    table(
      ["what", "ms", "MB", "time"],
      [
        ...buildRows("", own).map(([, ...rest]) => rest),
        ["check", ...cells(own.check, own.typeCheck)],
        ["review", ...cells(own.review, own.typeCheck)],
        ["check --help", ...cells(own.help, own.typeCheck)],
        ["import of typed-manifests", ...cells(own.front, own.typeCheck)],
      ],
    ),
  ];
  return `${sections.join("\n\n")}\n`;
}

const intro = `Each number is the median of 5 runs, of 3 for 1,000 services and more, and each run is a process of its own. What is
compared runs in turns. A repository of *n* services has systems of up to 20 services with two environments each, and
each service has a Deployment, a Service and a ConfigMap. MB is the peak memory of the Node process that does the work, in
millions of bytes; kustomize and the compiler are programs of their own and not in it. Time and memory are ratios to the
row where they are 1.00.`;

const emitText = `From constructing the objects to files in an empty directory, without the time of the imports. The kit validates each
object and writes a file per object and a kustomization per service; cdk8s (\`ApiObject\`, no validation) writes a chart, and
so a file, per system, as it does by default. The files of both were read again and hold the same objects. Both are
bundled to plain JavaScript before; the rows "by tsx" load them from TypeScript.`;

const renderText = `\`renderOverlays\` without its cache, against plain \`kustomize build\` calls of the same overlays that write into files. Both
run as many at once as there are cores, and print the same bytes. The kit also splits and reads what kustomize prints and
checks that each \`images:\` entry matched. The calls one by one are a single run.`;

const buildText = `\`start.mjs build\` as a process in the generated repository: type-check, emit, render, write. Cold means without
\`generated/\` and without any cache, unchanged means again at once.`;

const checkText = `\`start.mjs check FILE\` with every check, against \`kube-score score FILE\`, a Go program with fewer checks: one file with the
manifests of all services, judged as one set, from the start of the process to its end.`;

const reviewText = `\`start.mjs review A B\` against \`dyff between A B\`, a Go program that lists the fields that differ: two files with the
manifests of all services, from the start of the process to its end. A changed service has another image, another value
and another limit; the kit also says the risk and the consequence of each change.`;

const ownText = `\`pnpm build\` and \`pnpm check\` in a copy of this repository after \`pnpm install\`, with what pnpm itself takes.
\`review HEAD\` (of one changed file) and \`check --help\` are started without it, and the import of \`typed-manifests\` is
measured in a process that does nothing else.`;

function targetTable(results: Results): string {
  const rows = targets(results).map(({ what, wanted, measured, reached }) => [
    what,
    wanted,
    measured ?? "–",
    reached === undefined ? "not measured" : reached ? "reached" : "not reached",
  ]);
  return table(["number", "wanted", "measured", ""], rows);
}

function emitRows({ services, emit }: SizeResult): string[][] {
  const row = (program: string, one: Measurement, base: Measurement): string[] => [
    count(services),
    count(3 * services),
    program,
    ...cells(one, base),
    ratio(one.bytes, base.bytes),
  ];
  return [
    row("cdk8s", emit.cdk8s, emit.cdk8s),
    row("kit", emit.kit, emit.cdk8s),
    row("cdk8s, by tsx", emit.cdk8sByTsx, emit.cdk8sByTsx),
    row("kit, by tsx", emit.kitByTsx, emit.cdk8sByTsx),
  ];
}

function renderRows({ services, render }: SizeResult): string[][] {
  const row = (program: string, one: Measurement): string[] => [
    count(services),
    count(render.overlays),
    program,
    ...cells(one, render.plain),
  ];
  return [
    row("plain kustomize, in parallel", render.plain),
    row("kit", render.kit),
    row("plain kustomize, one by one", render.sequential),
  ];
}

function checkRows({ services, check }: SizeResult): string[][] {
  const row = (program: string, one: Measurement): string[] => [
    count(services),
    count(3 * services),
    program,
    ...cells(one, check.kubeScore),
  ];
  return [row(`kube-score ${check.kubeScoreVersion}`, check.kubeScore), row("kit", check.kit)];
}

function reviewRows({ services, review }: SizeResult): string[][] {
  return [review.some, review.all].flatMap(({ changed, kit, dyff }) => {
    const row = (program: string, one: Measurement): string[] => [
      count(services),
      count(changed),
      program,
      ...cells(one, dyff),
    ];
    return [row(`dyff ${review.dyffVersion}`, dyff), row("kit", kit)];
  });
}

function buildRows(services: string, { typeCheck, cold, unchanged }: BuildResult): string[][] {
  return [
    [services, "type-check alone, cold", ...cells(typeCheck, typeCheck)],
    [services, "build, cold", ...cells(cold, typeCheck)],
    [services, "build, unchanged", ...cells(unchanged, typeCheck)],
  ];
}

function cells(one: Measurement, base: Measurement): string[] {
  return [count(one.ms), one.bytes === undefined ? "–" : count(one.bytes / 1e6), ratio(one.ms, base.ms)];
}

function ratio(one: number | undefined, other: number | undefined): string {
  return one === undefined || other === undefined ? "–" : (one / other).toFixed(2);
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
