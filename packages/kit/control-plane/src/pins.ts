import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheDirectory } from "@kit/programs";
import type { ProgramName } from "./programs.ts";

/** How a program is built from the module that pins it. */
export interface Pin {
  /** The directory of the go.mod. Each has its own, since the three disagree on what they depend on. */
  readonly directory: string;
  /** `kubernetes`, `etcd` or `kwok`. */
  readonly family: string;
  readonly module: string;
  readonly package: string;
  /** Such as `1.36.3`. */
  readonly version: string;
  /** The oldest Go that builds it, such as `1.26.0`. */
  readonly goVersion: string;
  /** What a build from nothing takes on 2 cores, in this order: the API server's packages serve the next two. */
  readonly seconds: number;
}

const kubernetes = { family: "kubernetes", module: "k8s.io/kubernetes" };

const sources: Record<ProgramName, Omit<Pin, "directory" | "goVersion" | "version">> = {
  etcd: { family: "etcd", module: "go.etcd.io/etcd/server/v3", package: "go.etcd.io/etcd/server/v3", seconds: 40 },
  "kube-apiserver": { ...kubernetes, package: "k8s.io/kubernetes/cmd/kube-apiserver", seconds: 240 },
  kwok: { family: "kwok", module: "sigs.k8s.io/kwok", package: "sigs.k8s.io/kwok/cmd/kwok", seconds: 100 },
  "kube-scheduler": { ...kubernetes, package: "k8s.io/kubernetes/cmd/kube-scheduler", seconds: 30 },
  "kube-controller-manager": { ...kubernetes, package: "k8s.io/kubernetes/cmd/kube-controller-manager", seconds: 55 },
};

/** The pinned version of a program, as its go.mod has it. */
export function pinOf(name: ProgramName): Pin {
  const source = sources[name];
  const directory = join(import.meta.dirname, "../engine", source.family);
  const goMod = readFileSync(join(directory, "go.mod"), "utf8");
  const [, version = ""] = new RegExp(`^(?:require )?\\s*${source.module} v(\\S+)`, "m").exec(goMod)!;
  const [, goVersion = ""] = /^go (\S+)/m.exec(goMod)!;
  return { ...source, directory, version, goVersion };
}

/** Where what belongs to a pinned program is kept. */
export function builtIn(name: ProgramName, env: NodeJS.ProcessEnv): string {
  const { family, version } = pinOf(name);
  return cacheDirectory(family, version, env);
}
