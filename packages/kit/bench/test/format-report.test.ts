import { expect, test } from "vitest";
import { formatReport, type Results } from "../src/index.ts";

const one = (ms: number, bytes?: number) => ({ ms, bytes, runs: [{ ms, bytes }] });

const results: Results = {
  machine: {
    date: "2026-03-04",
    cores: 4,
    platform: "linux x64",
    versions: ["Node 24.0.0", "kustomize 5.8.1 ($KUSTOMIZE)"],
  },
  sizes: [
    {
      services: 1000,
      emit: {
        kit: one(450.4, 100_000_000),
        cdk8s: one(1000, 125_000_000),
        kitByTsx: one(500, 120_000_000),
        cdk8sByTsx: one(1100, 110_000_000),
      },
      render: {
        overlays: 100,
        kit: one(12_500, 200_000_000),
        plain: one(10_000, 50_000_000),
        sequential: one(19_000, 50_000_000),
      },
      build: { typeCheck: one(2000), cold: one(20_000, 300_000_000), unchanged: one(3000, 250_000_000) },
      check: { kit: one(1800, 200_000_000), kubeScore: one(2000), kubeScoreVersion: "1.20.0" },
      review: {
        some: { changed: 200, kit: one(800, 150_000_000), dyff: one(1000) },
        all: { changed: 1000, kit: one(2500, 160_000_000), dyff: one(1000) },
        dyffVersion: "1.12.0",
      },
    },
  ],
  largeCheck: one(4000, 390_000_000),
  own: {
    typeCheck: one(1000),
    cold: one(3500, 120_000_000),
    unchanged: one(900, 110_000_000),
    check: one(800, 100_000_000),
    review: one(700, 90_000_000),
    help: one(90, 60_000_000),
    front: one(50),
  },
};

test("a report of a whole run", () => {
  expect(formatReport(results)).toMatchInlineSnapshot(`
    "# Benchmarks

    Written by \`pnpm bench\` on 2026-03-04, on 4 cores (linux x64). Versions: Node 24.0.0, kustomize 5.8.1 ($KUSTOMIZE).

    Each number is the median of 5 runs, of 3 for 1,000 services and more, and each run is a process of its own. What is
    compared runs in turns. A repository of *n* services has systems of up to 20 services with two environments each, and
    each service has a Deployment, a Service and a ConfigMap. MB is the peak memory of the Node process that does the work, in
    millions of bytes; kustomize and the compiler are programs of their own and not in it. Time and memory are ratios to the
    row where they are 1.00.

    ## Numbers to reach

    | number | wanted | measured |  |
    | --- | --- | --- | --- |
    | emit of 1,000 services: time against cdk8s | at most 0.5× | 0.45× | reached |
    | emit of 1,000 services: peak memory against cdk8s | less than 1× | 0.80× | reached |
    | render of 1,000 services: time against plain calls | at most 1.2× | 1.25× | not reached |
    | \`pnpm build\`, cold: time beyond the type-check | at most 3 s | 2.50 s | reached |
    | \`pnpm build\`, unchanged: time | at most 0.6 s | 0.90 s | not reached |
    | \`check --help\`: time | at most 0.12 s | 0.09 s | reached |
    | loading \`typed-manifests\`: time | at most 60 ms | 50.00 ms | reached |
    | \`pnpm check\` of this repository: time | at most 0.9 s | 0.80 s | reached |
    | check of 10 services: time | at most 0.25 s | – | not measured |
    | check of 100 services: time | at most 0.25 s | – | not measured |
    | check of 7,000 services, 21,000 objects: time | at most 6 s | 4.00 s | reached |
    | check of 7,000 services, 21,000 objects: peak memory | at most 400 MB | 390.00 MB | reached |
    | check of 1,000 services: time | at most 3 s | 1.80 s | reached |
    | check of 1,000 services: time against 100 | at most 10× | – | not measured |
    | check of 1,000 services: time against kube-score | less than 1× | 0.90× | reached |
    | \`review\` of this repository, without pnpm: time | at most 0.3 s | 0.70 s | not reached |
    | review of 1,000 services, 200 changed: time against dyff | less than 1× | 0.80× | reached |
    | review of 1,000 services, all changed: time against dyff | at most 1.3× | 2.50× | not reached |

    ## Emit

    From constructing the objects to files in an empty directory, without the time of the imports. The kit validates each
    object and writes a file per object and a kustomization per service; cdk8s (\`ApiObject\`, no validation) writes a chart, and
    so a file, per system, as it does by default. The files of both were read again and hold the same objects. Both are
    bundled to plain JavaScript before; the rows "by tsx" load them from TypeScript.

    | services | objects | program | ms | MB | time | memory |
    | --- | --- | --- | --- | --- | --- | --- |
    | 1,000 | 3,000 | cdk8s | 1,000 | 125 | 1.00 | 1.00 |
    | 1,000 | 3,000 | kit | 450 | 100 | 0.45 | 0.80 |
    | 1,000 | 3,000 | cdk8s, by tsx | 1,100 | 110 | 1.00 | 1.00 |
    | 1,000 | 3,000 | kit, by tsx | 500 | 120 | 0.45 | 1.09 |

    ## Render

    \`renderOverlays\` without its cache, against plain \`kustomize build\` calls of the same overlays that write into files. Both
    run as many at once as there are cores, and print the same bytes. The kit also splits and reads what kustomize prints and
    checks that each \`images:\` entry matched. The calls one by one are a single run.

    | services | overlays | program | ms | MB | time |
    | --- | --- | --- | --- | --- | --- |
    | 1,000 | 100 | plain kustomize, in parallel | 10,000 | 50 | 1.00 |
    | 1,000 | 100 | kit | 12,500 | 200 | 1.25 |
    | 1,000 | 100 | plain kustomize, one by one | 19,000 | 50 | 1.90 |

    ## Whole build

    \`start.mjs build\` as a process in the generated repository: type-check, emit, render, write. Cold means without
    \`generated/\` and without any cache, unchanged means again at once.

    | services | what | ms | MB | time |
    | --- | --- | --- | --- | --- |
    | 1,000 | type-check alone, cold | 2,000 | – | 1.00 |
    | 1,000 | build, cold | 20,000 | 300 | 10.00 |
    | 1,000 | build, unchanged | 3,000 | 250 | 1.50 |

    ## Check

    \`start.mjs check FILE\` with every check, against \`kube-score score FILE\`, a Go program with fewer checks: one file with the
    manifests of all services, judged as one set, from the start of the process to its end.

    | services | objects | program | ms | MB | time |
    | --- | --- | --- | --- | --- | --- |
    | 1,000 | 3,000 | kube-score 1.20.0 | 2,000 | – | 1.00 |
    | 1,000 | 3,000 | kit | 1,800 | 200 | 0.90 |

    ## Review

    \`start.mjs review A B\` against \`dyff between A B\`, a Go program that lists the fields that differ: two files with the
    manifests of all services, from the start of the process to its end. A changed service has another image, another value
    and another limit; the kit also says the risk and the consequence of each change.

    | services | changed | program | ms | MB | time |
    | --- | --- | --- | --- | --- | --- |
    | 1,000 | 200 | dyff 1.12.0 | 1,000 | – | 1.00 |
    | 1,000 | 200 | kit | 800 | 150 | 0.80 |
    | 1,000 | 1,000 | dyff 1.12.0 | 1,000 | – | 1.00 |
    | 1,000 | 1,000 | kit | 2,500 | 160 | 2.50 |

    ## This repository

    \`pnpm build\` and \`pnpm check\` in a copy of this repository after \`pnpm install\`, with what pnpm itself takes.
    \`review HEAD\` (of one changed file) and \`check --help\` are started without it, and the import of \`typed-manifests\` is
    measured in a process that does nothing else.

    | what | ms | MB | time |
    | --- | --- | --- | --- |
    | type-check alone, cold | 1,000 | – | 1.00 |
    | build, cold | 3,500 | 120 | 3.50 |
    | build, unchanged | 900 | 110 | 0.90 |
    | check | 800 | 100 | 0.80 |
    | review | 700 | 90 | 0.70 |
    | check --help | 90 | 60 | 0.09 |
    | import of typed-manifests | 50 | – | 0.05 |
    "
  `);
});

test("a run without 1,000 services says what it did not measure", () => {
  const report = formatReport({ ...results, sizes: [] });
  expect(report.slice(report.indexOf("## Numbers"), report.indexOf("## Emit"))).toMatchInlineSnapshot(`
    "## Numbers to reach

    | number | wanted | measured |  |
    | --- | --- | --- | --- |
    | emit of 1,000 services: time against cdk8s | at most 0.5× | – | not measured |
    | emit of 1,000 services: peak memory against cdk8s | less than 1× | – | not measured |
    | render of 1,000 services: time against plain calls | at most 1.2× | – | not measured |
    | \`pnpm build\`, cold: time beyond the type-check | at most 3 s | 2.50 s | reached |
    | \`pnpm build\`, unchanged: time | at most 0.6 s | 0.90 s | not reached |
    | \`check --help\`: time | at most 0.12 s | 0.09 s | reached |
    | loading \`typed-manifests\`: time | at most 60 ms | 50.00 ms | reached |
    | \`pnpm check\` of this repository: time | at most 0.9 s | 0.80 s | reached |
    | check of 10 services: time | at most 0.25 s | – | not measured |
    | check of 100 services: time | at most 0.25 s | – | not measured |
    | check of 7,000 services, 21,000 objects: time | at most 6 s | 4.00 s | reached |
    | check of 7,000 services, 21,000 objects: peak memory | at most 400 MB | 390.00 MB | reached |
    | check of 1,000 services: time | at most 3 s | – | not measured |
    | check of 1,000 services: time against 100 | at most 10× | – | not measured |
    | check of 1,000 services: time against kube-score | less than 1× | – | not measured |
    | \`review\` of this repository, without pnpm: time | at most 0.3 s | 0.70 s | not reached |
    | review of 1,000 services, 200 changed: time against dyff | less than 1× | – | not measured |
    | review of 1,000 services, all changed: time against dyff | at most 1.3× | – | not measured |

    "
  `);
});
