import { cpSync } from "node:fs";
import { shown, type Problem } from "@kit/errors";
import { forTerminal } from "@kit/text";
import { toJson } from "@kit/yaml";
import { buildIn, writeInputs } from "./build-in.ts";
import { fieldLine } from "./field-line.ts";
import { namespaceChanges } from "./namespace-changes.ts";
import { overlayInputs } from "./overlay-inputs.ts";
import { namespaceLines } from "./overlay-namespace.ts";
import type { Rendered, RenderOptions } from "./render-overlays.ts";
import { parseKustomization } from "./parse-kustomization.ts";
import { splitDocuments } from "./rendered-document.ts";

/**
 * What the lines `namespace:` of an overlay change beside giving the environment's namespace to what has none, found by
 * building the overlay without them. An overlay that has no such line costs nothing.
 *
 * @param options `directory` is where `overlays/` and `generated/` are.
 */
export async function movedByNamespace(
  { overlay: { id, file }, documents }: Rendered,
  namespace: string,
  { directory, engine, env }: RenderOptions,
): Promise<Problem[]> {
  const lines = namespaceLines(directory, file);
  if (lines.length === 0) return [];
  const inputs = overlayInputs(directory, id);
  const edited = new Map(lines.map((line) => [line.file, without(directory, line.file)]));
  const prepare = (copy: string): void => {
    // What another repository has of it can only be asked for again.
    if (inputs === undefined) cpSync(directory, copy, { recursive: true, dereference: true });
    writeInputs(copy, new Map([...(inputs ?? []), ...edited]));
  };
  const output = await buildIn(id, prepare, engine, env);
  const changes = output === undefined ? [] : namespaceChanges(splitDocuments(output), documents, namespace);
  if (changes.length === 0) return [];
  const [first, ...others] = lines.map((line) => fieldLine(directory, line.file, "namespace"));
  return [
    {
      code: "overlay-namespace",
      what: `\`namespace: ${forTerminal(namespace)}\` of the overlay of ${shown(id)} changes what has a namespace of its own:\n${changes.map(forTerminal).join("\n")}`,
      where: first!,
      next: `delete the line${others.length === 0 ? "" : `, and ${others.join(", ")}`}: the environment's component gives ${namespace} to what has none`,
    },
  ];
}

/** As JSON, which says to kustomize what it has read. */
function without(directory: string, file: string): string {
  const { namespace: _, ...rest } = parseKustomization(directory, file);
  return toJson(rest);
}
