import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheDirectory } from "@kit/programs";
import type { BuiltName } from "./programs.ts";

/** How a program is built from the module that pins it. */
export interface Pin {
  /** The directory of the go.mod. Each has its own, since they disagree on what they depend on. */
  readonly directory: string;
  /** `kubernetes`, `etcd`, `kwok` or `sync-engine`. */
  readonly family: string;
  readonly module: string;
  /** `.` where the source is beside the go.mod. */
  readonly package: string;
  /** Of the module, such as `1.31.4`. */
  readonly version: string;
  /** The oldest Go that builds it, such as `1.26.0`. */
  readonly goVersion: string;
  /** What a build from nothing takes on 2 cores, in this order: the API server's packages serve the next two. */
  readonly seconds: number;
}

const kubernetes = { family: "kubernetes", module: "k8s.io/kubernetes" };

const sources: Record<BuiltName, Omit<Pin, "directory" | "goVersion" | "version">> = {
  etcd: { family: "etcd", module: "go.etcd.io/etcd/server/v3", package: "go.etcd.io/etcd/server/v3", seconds: 40 },
  "kube-apiserver": { ...kubernetes, package: "k8s.io/kubernetes/cmd/kube-apiserver", seconds: 240 },
  kwok: { family: "kwok", module: "sigs.k8s.io/kwok", package: "sigs.k8s.io/kwok/cmd/kwok", seconds: 100 },
  "kube-scheduler": { ...kubernetes, package: "k8s.io/kubernetes/cmd/kube-scheduler", seconds: 30 },
  "kube-controller-manager": { ...kubernetes, package: "k8s.io/kubernetes/cmd/kube-controller-manager", seconds: 55 },
  "sync-engine": { family: "sync-engine", module: "github.com/argoproj/gitops-engine", package: ".", seconds: 100 },
};

/** The pinned version of a program, as its go.mod has it. */
export function pinOf(name: BuiltName): Pin {
  return pinIn(join(import.meta.dirname, "../engine", sources[name].family), name);
}

/** The version of a program that a directory's go.mod pins. */
export function pinIn(directory: string, name: BuiltName): Pin {
  const source = sources[name];
  const goMod = readFileSync(join(directory, "go.mod"), "utf8");
  const [, version = ""] = new RegExp(`^(?:require )?\\s*${source.module} v(\\S+)`, "m").exec(goMod)!;
  const [, goVersion = ""] = /^go (\S+)/m.exec(goMod)!;
  return { ...source, directory, version, goVersion };
}

/** Where what belongs to a pinned program is kept. */
export function builtIn(name: BuiltName, env: NodeJS.ProcessEnv): string {
  const { family, version, directory } = pinOf(name);
  const own = sourceHash(directory);
  return cacheDirectory(family, own === undefined ? version : `${version}-${own}`, env);
}

/** Tells one state of a program's source from another, where its source is here; its version is the library's alone. */
function sourceHash(directory: string): string | undefined {
  const files = globSync("*.go", { cwd: directory }).toSorted();
  if (files.length === 0) return undefined;
  const hash = createHash("sha256");
  for (const file of [...files, "go.mod"]) hash.update(file).update(readFileSync(join(directory, file)));
  return hash.digest("hex").slice(0, 12);
}
