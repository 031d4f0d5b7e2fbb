import { isList, isMap, type Json, type JsonObject } from "@kit/kube";
import type { RenderedObject } from "@kit/prove";
import { objects } from "./objects.ts";
import { proved, type Proved, type ProofWorkspace } from "./proof-workspace.ts";

/**
 * The paths whose values may be any where an overlay declares something, each with the objects that have it. Every other
 * value of every object is corrupted once, and the proof has to find it; and it has to take what kustomize made.
 */
export async function touched(workspace: Omit<ProofWorkspace, "objects">): Promise<string> {
  const one = await proved({ objects, ...workspace });
  if (one.problems.length > 0 || one.notProved.length > 0) return JSON.stringify(one, undefined, 2);
  const free = Map.groupBy(freePaths(one), ([path]) => path);
  const lines = [...free].map(([path, all]) => `${path}: ${all.map(([, object]) => object).join(", ")}`);
  return lines.toSorted().join("\n");
}

function freePaths({ expected, rendered, proofOf }: Proved): [path: string, object: string][] {
  const ours = rendered.filter(({ kind, name }) =>
    expected.some((one) => one.kind === kind && name.includes(one.name)),
  );
  return ours.flatMap((object) =>
    leaves(object.data).flatMap((path): [string, string][] => {
      const corrupted: RenderedObject = { ...object, data: withCorrupted(object.data, path) as JsonObject };
      const { problems, notProved } = proofOf(rendered.with(rendered.indexOf(object), corrupted));
      const isFound = problems.length > 0 || notProved.length > 0;
      return isFound ? [] : [[path.join("."), `${object.kind} ${object.name}`]];
    }),
  );
}

type Path = readonly (string | number)[];

function leaves(value: Json, path: Path = []): Path[] {
  if (isList(value)) return value.flatMap((entry, index) => leaves(entry, [...path, index]));
  if (isMap(value)) return Object.entries(value).flatMap(([key, child]) => leaves(child, [...path, key]));
  return [path];
}

function withCorrupted(value: Json, path: Path): Json {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === "number" ? value + 1 : `${JSON.stringify(value)}-corrupted`;
  if (isList(value)) return value.with(key as number, withCorrupted(value[key as number]!, rest));
  return { ...(value as JsonObject), [key]: withCorrupted((value as JsonObject)[key]!, rest) };
}
