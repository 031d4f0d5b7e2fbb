import { statSync } from "node:fs";
import { defineStation, input } from "@kit/station";
import type { Engine } from "./engine.ts";
import type { Overlay } from "./read-overlay.ts";
import { renderOverlay } from "./render-overlay.ts";

/** Which program builds an overlay: another one has other bytes, perhaps. */
export interface EngineIdentity extends Pick<Engine, "file" | "args" | "version"> {
  readonly size: number;
  readonly modified: number;
}

/** From what an overlay is built of to what kustomize makes of it. */
export const renderStation = defineStation({
  name: "render",
  scope: "environment",
  inputs: {
    overlay: input<Overlay>("what its kustomization says"),
    texts: input<ReadonlyMap<string, string> | undefined>(
      "every file that it is built of, by path; undefined where some are not in the repository, and the result is of no other run",
    ),
    engine: input<EngineIdentity>("the kustomize that builds it"),
  },
  result: "the documents, what kustomize says beside them, and what is wrong",
  reads: ["the directory in which kustomize runs: it has `texts`", "kustomize, as a program"],
  run: renderOverlay,
});

export function engineIdentity({ file, args, version }: Engine): EngineIdentity {
  const { size, mtimeMs } = statSync(file);
  return { file, args, version, size, modified: mtimeMs };
}
