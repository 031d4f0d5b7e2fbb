import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { EnvironmentFailure } from "@kit/errors";
import { isInstalled, theFront } from "./front.ts";

/** What was thrown because a module of the installed kit is not there, said as such; undefined where it was something else. */
export function damagedKit(thrown: unknown): EnvironmentFailure | undefined {
  const { code, url, message } = (thrown ?? {}) as { code?: unknown; url?: unknown; message?: unknown };
  if (code !== "ERR_MODULE_NOT_FOUND" || typeof url !== "string" || !isInstalled()) return undefined;
  if (!url.startsWith(pathToFileURL(join(theFront().directory, "dist/")).href)) return undefined;
  // Where it starts, `bin/start.mjs` says the same.
  const what = `typed-manifests is not whole: ${String(message)}`;
  return new EnvironmentFailure("file-vanished", what, "install it again: pnpm install --force", { cause: thrown });
}
