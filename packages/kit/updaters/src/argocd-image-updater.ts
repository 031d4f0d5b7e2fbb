import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";

import { buildGoProgram, run, type GoBuildOptions } from "@kit/programs";
import { engineSources } from "./engine-sources.ts";
import { takeFunctions } from "./take-functions.ts";

const module = "github.com/argoproj-labs/argocd-image-updater";
const version = "1.0.0";
// As go.sum would pin it. A go.mod that named the module would name all of Argo CD with it.
const sum = "h1:43+lBl3RGiwLAastRXZlDvPT5WOKoA3TOb6SIZstGGI=";

/** The functions that write, by their files in the module. */
const taken = {
  "pkg/argocd/git.go": ["updateKustomizeFile", "imageFilter", "findKustomization"],
  "pkg/argocd/update.go": ["marshalWithIndent"],
};

const imports = `package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path"

	"sigs.k8s.io/kustomize/api/konfig"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/kio"
	"sigs.k8s.io/kustomize/kyaml/order"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
	yaml "sigs.k8s.io/yaml/goyaml.v3"
)
`;

/**
 * A program with the functions by which Argo CD Image Updater writes a kustomization, and its own file
 * `.argocd-source-<app>.yaml`. engine/argocd-image-updater/main.go says what its arguments are.
 *
 * The functions are taken from the released module, as they are. The whole program is not to be had: one of its
 * modules, which asks registries, is not offered by Go's proxy.
 *
 * @throws EnvironmentFailure where Go cannot fetch the module or build the program.
 */
export async function argocdImageUpdater(options: GoBuildOptions): Promise<string> {
  const directory = await fetchModule(options);
  const functions = Object.entries(taken).flatMap(([file, names]) =>
    takeFunctions(readFileSync(join(directory, file), "utf8"), names),
  );
  const sources = { ...engineSources("argocd-image-updater"), "taken.go": [imports, ...functions].join("\n") };
  return buildGoProgram({ name: "argocd-image-updater", version, sources }, options);
}

/** Where the module's files are, which Go fetches where they are not in its cache. */
async function fetchModule({ go, env }: GoBuildOptions): Promise<string> {
  const { stdout, stderr } = await run(go, ["mod", "download", "-json", `${module}@v${version}`], {
    cwd: import.meta.dirname,
    env: { ...env, GOTOOLCHAIN: "local" },
  });
  const answer = stdout.startsWith("{") ? (JSON.parse(stdout) as { Dir?: string; Sum?: string; Error?: string }) : {};
  if (answer.Dir !== undefined && answer.Sum === sum) return answer.Dir;
  const said =
    answer.Error ?? (answer.Sum === undefined ? stderr.trim() : `it has the checksum ${answer.Sum}, not ${sum}`);
  const what = `Go could not fetch ${module} ${version}:\n${said}`;
  throw new EnvironmentFailure("subprocess-failed", what, "correct what Go complains about, then start again");
}
