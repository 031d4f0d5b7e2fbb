import { capacityReport } from "@kit/capacity";
import { preparePrograms, startControlPlane, type Component } from "@kit/control-plane";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { realRollout, type RealRollout } from "./real-rollout.ts";
import { rolloutCase, type RolloutCase } from "./rollout-cases.ts";

// ROLLOUTS and SEED try others: ROLLOUTS=1000 SEED=7 vitest run --config vitest.cluster.config.ts packages/kit/capacity
const cases = Number(process.env["ROLLOUTS"] ?? (process.env["LONG"] === "1" ? 1000 : 100));
const seed = Number(process.env["SEED"] ?? 5);
const components: readonly Component[] = ["scheduler", "controllers", "kwok"];

beforeAll(() =>
  preparePrograms({ components, env: process.env, onProgress: (message) => process.stderr.write(`${message}\n`) }),
);

interface Predicted {
  readonly fits: boolean;
  readonly completes: boolean;
}

/** Cases that are told apart: in most of them not all pods find a node at once, and what chance decides is left out. */
async function telling(): Promise<{ readonly generated: RolloutCase; readonly predicted: Predicted }[]> {
  const left = new Map([
    ["waits", Math.ceil(cases * 0.4)],
    ["stuck", Math.ceil(cases * 0.25)],
    ["too small", Math.ceil(cases * 0.1)],
    ["easy", cases],
  ]);
  const found: { generated: RolloutCase; predicted: Predicted; kind: string }[] = [];
  const take = async (generated: RolloutCase): Promise<void> => {
    const { kind, ...predicted } = predict(generated);
    const count = kind === undefined ? 0 : left.get(kind)!;
    if (kind === undefined || count === 0) return;
    left.set(kind, count - 1);
    found.push({ generated, predicted, kind });
  };
  // Not fc.sample, whose values are others than those of the same seed in a run.
  await fc.assert(fc.asyncProperty(rolloutCase, take), { numRuns: cases * 15, seed });
  const { easy = [], others = [] } = Object.groupBy(found, ({ kind }) => (kind === "easy" ? "easy" : "others"));
  return [...others, ...easy].slice(0, cases);
}

/** What is said of a case before it is tried; no kind where chance decides it. */
function predict({ cluster, objects }: RolloutCase): Predicted & { readonly kind: string | undefined } {
  const given = objects.map((data) => ({ where: data.metadata.name, data }));
  const [report] = capacityReport([{ id: "generated", cluster, objects: given }]).clusters;
  const { pending, waiting, notes, fits: completes } = report!;
  const byChance = notes.some((note) => note.startsWith("whether it fits depends"));
  const fits = !pending.some(({ when }) => when === "steady");
  const kind = !fits ? "too small" : !completes ? "stuck" : waiting.length > 0 ? "waits" : "easy";
  return { fits, completes, kind: byChance ? undefined : kind };
}

test(
  `${cases} generated sets of workloads fit and roll out exactly where the real scheduler and controllers say so`,
  async () => {
    await using one = await startControlPlane({ components, env: process.env });
    await using other = await startControlPlane({ components, env: process.env });
    await using third = await startControlPlane({ components, env: process.env });
    const sample = await telling();
    const disagreements: { index: number; predicted: object; real: RealRollout; generated: RolloutCase }[] = [];
    let next = 0;
    const worker = async (rolls: (generated: RolloutCase) => Promise<RealRollout>): Promise<void> => {
      while (next < sample.length) {
        const index = next++;
        const { generated, predicted } = sample[index]!;
        const real = await rolls(generated);
        const agrees = real.fits === predicted.fits && (!real.fits || real.completes === predicted.completes);
        if (!agrees) disagreements.push({ index, predicted, real, generated });
      }
    };
    await Promise.all([one, other, third].map(({ request }) => worker(realRollout(request))));
    expect(disagreements, `seed ${seed}`).toEqual([]);
    expect(sample.length).toBe(cases);
  },
  cases * 10_000,
);
