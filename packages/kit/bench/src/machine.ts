import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { describeEngine, type Engine } from "@kit/render";

/** What the numbers depend on. */
export interface Machine {
  /** Such as `2026-03-04`. */
  readonly date: string;
  readonly cores: number;
  /** Such as `linux x64`. */
  readonly platform: string;
  /** Programs and their versions, such as `Node 24.21.0`. */
  readonly versions: readonly string[];
}

/** This machine, now. */
export function thisMachine(engine: Engine): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    platform: `${process.platform} ${process.arch}`,
    versions: [
      `Node ${process.versions.node}`,
      describeEngine(engine),
      ...["cdk8s", "kubernetes-models", "typescript", "tsx"].map((name) => `${name} ${versionOf(name)}`),
    ],
  };
}

function versionOf(name: string): string {
  const { version } = createRequire(import.meta.url)(`${name}/package.json`) as { version: string };
  return version;
}
