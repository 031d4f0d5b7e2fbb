import type { KubectlCluster } from "./cluster.ts";
import { objectsIn, type ClusterObject, type RenderedFile } from "./object.ts";
import { readRefusal, type SyncRefusal } from "./refusal.ts";

/** What the API server would make of an object. */
export type DryRunVerdict = {
  readonly rendered: RenderedFile;
  readonly result: ClusterObject | SyncRefusal;
};

export interface DryRun {
  /** In the order of the objects. */
  readonly verdicts: readonly DryRunVerdict[];
  /** What the API server warns of, each once. */
  readonly warnings: readonly string[];
}

// More at once do not make the API server faster.
const atOnce = 4;

/**
 * Has the API server apply objects without keeping anything.
 *
 * One call takes all of them, and tells nothing where one is refused: then each is tried by itself.
 *
 * @throws EnvironmentFailure where the cluster does not answer, or this user may not.
 */
export async function dryRun(
  cluster: KubectlCluster,
  objects: readonly RenderedFile[],
  manager: string,
): Promise<DryRun> {
  const warnings = new Set<string>();
  const apply = async (text: string) => {
    const { exitCode, stdout, stderr } = await cluster.kubectl(
      ["apply", "--server-side", "--dry-run=server", "--force-conflicts", ...flags(manager), "--filename=-"],
      text,
    );
    for (const line of stderr.split("\n").filter((one) => one.startsWith("Warning: "))) warnings.add(line);
    return { isTaken: exitCode === 0, stdout, stderr };
  };
  const whole = await apply(objects.map(({ text }) => text).join("\n---\n"));
  const results = whole.isTaken ? objectsIn(whole.stdout) : [];
  if (results.length === objects.length) {
    return { verdicts: objects.map((rendered, at) => ({ rendered, result: results[at]! })), warnings: [...warnings] };
  }
  const verdicts: DryRunVerdict[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < objects.length) {
      const at = next++;
      const { isTaken, stdout, stderr } = await apply(objects[at]!.text);
      const result = isTaken ? objectsIn(stdout)[0]! : readRefusal(stderr, cluster);
      verdicts[at] = { rendered: objects[at]!, result };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { verdicts, warnings: [...warnings] };
}

function flags(manager: string): string[] {
  return [`--field-manager=${manager}`, "--show-managed-fields=false", "--output=json"];
}

export function isRefusal(result: ClusterObject | SyncRefusal): result is SyncRefusal {
  return "by" in result;
}
