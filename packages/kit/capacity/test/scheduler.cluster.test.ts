import { preparePrograms, startControlPlane } from "@kit/control-plane";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { comparable, predict } from "./prediction.ts";
import { realScheduler } from "./real-scheduler.ts";
import { schedulerCase, waitingCase, type SchedulerCase } from "./scheduler-cases.ts";

// CASES and SEED try others: CASES=2000 SEED=7 vitest run --config vitest.cluster.config.ts packages/kit/capacity
const cases = Number(process.env["CASES"] ?? 320);
const seed = Number(process.env["SEED"] ?? 4);
const options = { components: ["scheduler" as const], env: process.env };

beforeAll(() => preparePrograms({ ...options, onProgress: (message) => process.stderr.write(`${message}\n`) }));

test(
  `the pods of ${cases} generated cases are where the real scheduler puts them, and Pending where it leaves them so`,
  async () => {
    await using plane = await startControlPlane(options);
    await using other = await startControlPlane(options);
    await using third = await startControlPlane(options);
    const schedulers = [plane, other, third].map(({ request }) => realScheduler(request));
    const compare = async (one: SchedulerCase, schedules = schedulers[0]!) => {
      const prediction = predict(one);
      const real = comparable(one, prediction, await schedules(one));
      const predicted = { ...comparable(one, prediction, prediction.nodes ?? []), fits: prediction.fits };
      return { real, predicted };
    };
    // Not fc.sample, whose values are others than those of the same seed in a run.
    const sample: SchedulerCase[] = [];
    await fc.assert(
      fc.asyncProperty(schedulerCase, async (one) => void sample.push(one)),
      { numRuns: cases, seed },
    );
    sample.push(waitingCase);
    const disagreements: number[] = [];
    let next = 0;
    const worker = async (schedules: (typeof schedulers)[number]): Promise<void> => {
      while (next < sample.length) {
        const index = next++;
        const { real, predicted } = await compare(sample[index]!, schedules);
        if (JSON.stringify(real) !== JSON.stringify(predicted)) disagreements.push(index);
      }
    };
    await Promise.all(schedulers.map(worker));
    // Tried again by itself, made as small as it can be, and printed.
    const agrees = fc.asyncProperty(schedulerCase, async (one) => {
      const { real, predicted } = await compare(one);
      expect({ ...real, one }).toEqual({ ...predicted, one });
    });
    for (const index of disagreements.filter((one) => one < cases))
      await fc.assert(agrees, { seed, path: String(index), numRuns: 1 });
    expect(disagreements.map((index) => sample[index])).toEqual([]);
  },
  cases * 5_000,
);
