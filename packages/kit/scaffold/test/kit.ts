import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import type { KitFacts } from "../src/repository/index.ts";

const textOf = (path: string): string => readFileSync(join(repositoryRoot, path), "utf8");
const { scripts } = JSON.parse(textOf("package.json")) as { readonly scripts: Readonly<Record<string, string>> };

export const workflows = ["comment.yml", "pull-request.yml", "render.yml"];

/** This repository, with other versions. */
export const kit: KitFacts = {
  version: "1.2.3",
  commands: Object.values(scripts).flatMap((script) => /start\.mjs ([\w-]+)$/.exec(script)?.[1] ?? []),
  packageManager: "pnpm@9.8.7",
  workspace: textOf("pnpm-workspace.yaml"),
  workflows: new Map(workflows.map((name) => [name, textOf(`.github/workflows/${name}`)])),
};
