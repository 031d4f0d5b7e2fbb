import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findRoot } from "./find-root.ts";

/** What starts the commands, as it says of itself: `bin/start.mjs` of the package `typed-manifests`. */
export interface Front {
  /** The version of the package. */
  readonly version: string;
  /** The folder of the package. */
  readonly directory: string;
  /** Packs the package from its sources into a directory. Undefined where it is installed, and its sources are elsewhere. */
  readonly packSources?: (to: string) => Promise<{ readonly file: string }>;
}

let started: Front | undefined;

/** Keeps what has started this process. */
export function startedBy(front: Front): void {
  started = front;
}

/** What has started this process. */
export function theFront(): Front {
  if (started === undefined) throw new Error("nothing has said what starts the commands");
  return started;
}

/** Whether the commands are those of an installed package, and not of the repository that has their sources. */
export function isInstalled(): boolean {
  return started !== undefined && started.packSources === undefined;
}

/**
 * How a command is called where this process runs: `pnpm build`. An installed package's commands have the name of the script
 * that runs them, or are called by `pnpm exec`.
 */
export function callOf(name: string): string {
  if (!isInstalled()) return `pnpm ${name}`;
  const [script] = Object.entries(ownScripts()).find(([, text]) => text === `typed-manifests ${name}`) ?? [];
  return script === undefined ? `pnpm exec typed-manifests ${name}` : `pnpm ${script}`;
}

/** Those of the repository's package.json; none where there is no such file that can be read: it only says how to call. */
function ownScripts(): Readonly<Record<string, unknown>> {
  try {
    const { scripts } = JSON.parse(readFileSync(join(findRoot(), "package.json"), "utf8")) as {
      readonly scripts?: Readonly<Record<string, unknown>>;
    };
    return scripts ?? {};
  } catch {
    return {};
  }
}
