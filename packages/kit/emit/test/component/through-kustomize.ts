import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { JsonObject } from "@kit/kube";
import { temporaryDirectory } from "@kit/testing";
import { parseAllDocuments } from "yaml";
import { toYaml } from "../../src/index.ts";

/** What runs kustomize: the program, and what stands before the path. */
export type Command = readonly [string, ...string[]];

const run = promisify(execFile);

/**
 * Builds an overlay of a base and a component with the real kustomize.
 *
 * @param base Its objects by file name.
 * @param component Its files by name.
 * @returns The documents that it prints, integers as they are.
 */
export async function throughKustomize(
  [file, ...args]: Command,
  base: ReadonlyMap<string, JsonObject>,
  component: ReadonlyMap<string, string>,
): Promise<unknown[]> {
  using directory = temporaryDirectory({
    ...Object.fromEntries([...base].map(([name, data]) => [`base/${name}`, toYaml(data)])),
    "base/kustomization.yaml": kustomization("v1beta1", "Kustomization", { resources: [...base.keys()] }),
    ...Object.fromEntries([...component].map(([name, text]) => [`component/${name}`, text])),
    "overlay/kustomization.yaml": kustomization("v1beta1", "Kustomization", {
      resources: ["../base"],
      components: ["../component"],
    }),
  });
  const { stdout } = await run(file, [...args, "overlay"], { cwd: directory.path, maxBuffer: 2 ** 30 });
  return parseAllDocuments(stdout, { version: "1.2", intAsBigInt: true }).map((document) => document.toJS() as unknown);
}

function kustomization(version: string, kind: string, content: JsonObject): string {
  return toYaml({ apiVersion: `kustomize.config.k8s.io/${version}`, kind, ...content });
}
