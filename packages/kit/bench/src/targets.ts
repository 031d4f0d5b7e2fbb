import type { Results, SizeResult } from "./bench.ts";
import type { Measurement } from "./measurement.ts";
import type { ReviewTimes } from "./bench-review.ts";

/** A number that the repository wants to reach. */
export interface BenchTarget {
  readonly what: string;
  /** What it wants, as text. */
  readonly wanted: string;
  /** Undefined where this run did not measure it. */
  readonly measured: string | undefined;
  readonly reached: boolean | undefined;
}

/** The numbers to reach, and what this run says of them. */
export function targets({ sizes, own, largeCheck }: Results): BenchTarget[] {
  const of = (size: number): SizeResult | undefined => sizes.find(({ services }) => services === size);
  const { emit, render, check, review } = of(1000) ?? {};
  return [
    atMost(0.5, "×", "emit of 1,000 services: time against cdk8s", ratio(emit?.kit.ms, emit?.cdk8s.ms)),
    below(1, "×", "emit of 1,000 services: peak memory against cdk8s", ratio(emit?.kit.bytes, emit?.cdk8s.bytes)),
    atMost(1.2, "×", "render of 1,000 services: time against plain calls", ratio(render?.kit.ms, render?.plain.ms)),
    atMost(3, " s", "`pnpm build`, cold: time beyond the type-check", (own.cold.ms - own.typeCheck.ms) / 1000),
    atMost(0.6, " s", "`pnpm build`, unchanged: time", own.unchanged.ms / 1000),
    atMost(0.12, " s", "`check --help`: time", own.help.ms / 1000),
    atMost(60, " ms", "loading `typed-manifests`: time", own.front.ms),
    atMost(0.9, " s", "`pnpm check` of this repository: time", own.check.ms / 1000),
    atMost(0.25, " s", "check of 10 services: time", seconds(of(10)?.check.kit)),
    atMost(0.25, " s", "check of 100 services: time", seconds(of(100)?.check.kit)),
    atMost(6, " s", "check of 7,000 services, 21,000 objects: time", seconds(largeCheck)),
    atMost(400, " MB", "check of 7,000 services, 21,000 objects: peak memory", megabytes(largeCheck)),
    atMost(3, " s", "check of 1,000 services: time", check === undefined ? undefined : check.kit.ms / 1000),
    atMost(10, "×", "check of 1,000 services: time against 100", ratio(check?.kit.ms, of(100)?.check.kit.ms)),
    below(1, "×", "check of 1,000 services: time against kube-score", ratio(check?.kit.ms, check?.kubeScore.ms)),
    atMost(0.3, " s", "`review` of this repository, without pnpm: time", own.review.ms / 1000),
    below(1, "×", "review of 1,000 services, 200 changed: time against dyff", ratioTo(review?.some)),
    atMost(1.3, "×", "review of 1,000 services, all changed: time against dyff", ratioTo(review?.all)),
  ];
}

function atMost(limit: number, unit: string, what: string, value: number | undefined): BenchTarget {
  const reached = value === undefined ? undefined : value <= limit;
  return { what, wanted: `at most ${limit}${unit}`, measured: shown(value, unit), reached };
}

function below(limit: number, unit: string, what: string, value: number | undefined): BenchTarget {
  const reached = value === undefined ? undefined : value < limit;
  return { what, wanted: `less than ${limit}${unit}`, measured: shown(value, unit), reached };
}

function shown(value: number | undefined, unit: string): string | undefined {
  return value === undefined ? undefined : `${value.toFixed(2)}${unit}`;
}

function seconds(measured: Measurement | undefined): number | undefined {
  return measured === undefined ? undefined : measured.ms / 1000;
}

function megabytes(measured: Measurement | undefined): number | undefined {
  return measured?.bytes === undefined ? undefined : measured.bytes / 1e6;
}

function ratioTo(times: ReviewTimes | undefined): number | undefined {
  return ratio(times?.kit.ms, times?.dyff.ms);
}

function ratio(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}
