import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "@kit/errors";
import { locateOnPath, writeWhole } from "@kit/programs";
import type { FindProgramsOptions } from "./find-programs.ts";
import { goModule } from "./go-module.ts";
import { builtIn, pinOf } from "./pins.ts";
import type { Program } from "./programs.ts";

// What kwok's releases call it.
const fileName = "stage-fast.yaml";

// Pods and Nodes are ready at once, and a Node stays ready.
const stages = [
  "pod/fast/pod-ready.yaml",
  "pod/fast/pod-complete.yaml",
  "pod/fast/pod-delete.yaml",
  "node/fast/node-initialize.yaml",
  "node/heartbeat/node-heartbeat.yaml",
];

/**
 * The file that tells kwok what Nodes and Pods go through; the program has none of its own. It is `stage-fast.yaml`
 * beside the program, as kwok's releases have it, else it is put together once from kwok's own Go module.
 *
 * @throws UserError where there is none and no Go to fetch the module.
 * @throws EnvironmentFailure where Go cannot fetch it.
 */
export async function findStages(kwok: Program, { env, onProgress }: FindProgramsOptions): Promise<string> {
  const file = join(builtIn("kwok", env), fileName);
  const known = [join(dirname(kwok.file), fileName), file].find((one) => existsSync(one));
  if (known !== undefined) return known;
  const go = locateOnPath("go", env);
  if (go === undefined) throw noStages(kwok);
  onProgress(`fetching kwok's stages with Go, once`);
  const { module, directory } = pinOf("kwok");
  const folder = join(await goModule(module, { go, cwd: directory, env }), "kustomize/stage");
  await writeWhole(file, async (target) => {
    writeFileSync(target, stages.map((stage) => readFileSync(join(folder, stage), "utf8").trimEnd()).join("\n---\n"));
  });
  return file;
}

function noStages({ file, version }: Program): UserError {
  return new UserError({
    code: "control-plane-missing",
    what: `kwok ${version} has no stages: there is no ${fileName} beside it`,
    where: dirname(file),
    next:
      `put the ${fileName} of kwok's release there (https://github.com/kubernetes-sigs/kwok/releases),\n` +
      "or install Go, which fetches it",
  });
}
