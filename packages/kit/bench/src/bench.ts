import type { Engine } from "@kit/render";
import { temporaryRepository } from "@kit/testing";
import { benchBuild, type BuildResult } from "./bench-build.ts";
import { benchEmit, type EmitResult } from "./bench-emit.ts";
import { benchCheck, benchLargeCheck, type CheckResult } from "./bench-check.ts";
import { benchOwn, type OwnResult } from "./bench-own.ts";
import { benchRender, type RenderResult } from "./bench-render.ts";
import { benchReview, type ReviewResult } from "./bench-review.ts";
import { thisMachine, type Machine } from "./machine.ts";
import type { Measurement, Turns } from "./measurement.ts";
import { plan } from "./plan.ts";
import { turnsFor } from "./sizes.ts";
import { workspaceFiles } from "./workspace-files.ts";

/** What was measured on a generated repository. */
export interface SizeResult {
  readonly services: number;
  readonly emit: EmitResult;
  readonly render: RenderResult;
  readonly build: BuildResult;
  readonly check: CheckResult;
  readonly review: ReviewResult;
}

/** Everything that one run measured. Times are in milliseconds, memory is in bytes. */
export interface Results {
  readonly machine: Machine;
  readonly sizes: readonly SizeResult[];
  readonly own: OwnResult;
  /** `pnpm check` of 7,000 services; undefined where no size was as large as 1,000. */
  readonly largeCheck: Measurement | undefined;
}

export interface BenchOptions {
  /** The sizes of the generated repositories, in services. */
  readonly sizes: readonly number[];
  readonly engine: Engine;
  readonly onProgress: (message: string) => void;
}

/**
 * Measures generated repositories, and this one.
 *
 * @throws EnvironmentFailure where a program that is measured fails; Error where two that are compared differ in
 *   what they write.
 */
export async function bench({ sizes, engine, onProgress }: BenchOptions): Promise<Results> {
  const measured: SizeResult[] = [];
  for (const services of sizes) measured.push(await benchSize(services, engine, onProgress));
  const own = await benchOwn(announced(turnsFor(1), "this repository", onProgress));
  const largeCheck = sizes.some((size) => size >= 1000)
    ? await benchLargeCheck(announced(turnsFor(7000), "7,000 services: check", onProgress))
    : undefined;
  return { machine: thisMachine(engine), sizes: measured, own, largeCheck };
}

async function benchSize(services: number, engine: Engine, onProgress: (message: string) => void): Promise<SizeResult> {
  const systems = plan(services);
  const turns = (what: string): Turns => announced(turnsFor(services), `${services} services: ${what}`, onProgress);
  const emit = await benchEmit(services, turns("emit"));
  const check = await benchCheck(services, onProgress, turns("check"));
  const review = await benchReview(services, onProgress, turns);
  using repository = temporaryRepository(workspaceFiles(systems));
  const build = await benchBuild(repository.path, turns("whole build"));
  const ids = systems.flatMap(({ environments }) => environments);
  const render = await benchRender(repository.path, ids, engine, turns("render"));
  return { services, emit, render, build, check, review };
}

function announced(turns: number, what: string, onProgress: (message: string) => void): Turns {
  return { turns, onTurn: (turn) => onProgress(`${what}, ${turn} of ${turns}`) };
}
