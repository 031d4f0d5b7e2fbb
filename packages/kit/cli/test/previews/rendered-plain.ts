import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runScript } from "@kit/testing";
import type { Request } from "./application-of.ts";
import { asPlain, overlayFile, previewRepository } from "./preview-repository.ts";

/** What the overlay renders for a request when it is an environment like others: nothing of previews is in it. */
export async function renderedPlain(
  { number, commit }: Request,
  change: (source: string) => string = (source) => source,
): Promise<string[]> {
  using repository = previewRepository((source) => asPlain(number)(change(source)));
  repository.edit(overlayFile, (text) =>
    text.replace('shop-web\n    newTag: "latest"', `shop-web\n    newTag: "pr-${number}-${commit.slice(0, 7)}"`),
  );
  repository.edit("packages/gitops/src/index.ts", (text) => text.replace(/ {6}pullRequests: .*\n/, ""));
  const { exitCode, stderr } = await runScript("build", { cwd: repository.path });
  if (exitCode !== 0) throw new Error(stderr);
  const folder = join(repository.path, "generated/rendered/preview");
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
}

/** It stays the sample's, so that pods roll when the sample's ConfigMaps change, and not between pull requests. */
export function withoutChecksum(documents: readonly string[]): string[] {
  return documents.map((text) => text.replaceAll(/checksum\/config: .*/g, "checksum/config: …")).toSorted();
}
