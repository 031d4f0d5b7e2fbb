import { nearest, UserError } from "@kit/errors";
import { describeObject, type KubeObject } from "./kube-object.ts";
import type { Change } from "./service.ts";

/** A class whose objects are looked for: of kubernetes-models, or of `crds add`. */
interface KindOf<O extends KubeObject> {
  readonly apiVersion: string;
  readonly kind: string;
  new (...args: never[]): O;
}

/** The objects of what is vendored, to be patched. */
export interface VendoredObjects {
  readonly all: readonly KubeObject[];
  /** The object of this kind and name, typed as its class. @throws UserError where there is none. */
  get<O extends KubeObject>(kind: KindOf<O>, name: string): O;
}

interface VendoredParts<Env> {
  /** What `{version}` in the source stands for; what an update raises. */
  readonly version: string;
  /** SHA-256 of what came: `sha256:…`. `pnpm vendor` writes it. */
  readonly digest: string;
  /** Of the objects that say none. Default: the environment's. */
  readonly namespace?: string;
  /** Whether the namespace is made with it, where it does not make it itself. Default: true. */
  readonly createNamespace?: boolean;
  /** The environments that have it, by id. Default: all of the system. */
  readonly environments?: readonly string[];
  /** Objects that are left out: `Secret/grafana`. */
  readonly omit?: readonly string[];
  /** What an environment changes in it, or adds. */
  readonly configure?: (environment: Env, objects: VendoredObjects) => readonly Change[];
}

/** A Helm chart: a name in a repository, `oci://…`, or a path from the repository's root. */
export interface VendoredChart<Env> extends VendoredParts<Env> {
  readonly chart: string;
  /** Where a chart that is named only is found. */
  readonly repository?: string;
  /** What `helm template` is given. */
  readonly values?: object;
  /** The Kubernetes version that the chart is told. Default: helm's own. */
  readonly kubeVersion?: string;
  /** What becomes of Helm's hooks but tests: left out, or Jobs that run in each sync. Default: "omit". */
  readonly hooks?: "omit" | "sync";
}

/** An install file: a URL, a path from the repository's root, or `-`, what standard input had. */
interface VendoredFile<Env> extends VendoredParts<Env> {
  readonly file: string;
}

/** A directory with a kustomization.yaml, from the repository's root. */
interface VendoredKustomization<Env> extends VendoredParts<Env> {
  readonly kustomization: string;
}

export type Vendored<Env = never> = VendoredChart<Env> | VendoredFile<Env> | VendoredKustomization<Env>;

/** What a system has of others' YAML, by name: `packages/<system>/vendor.ts` exports it by default. `pnpm vendor` takes it in. */
export function defineVendor<Env>(entries: Readonly<Record<string, Vendored<Env>>>): typeof entries {
  return entries;
}

/** The objects of what is vendored, to be asked by kind and name. */
export function vendoredObjects(name: string, all: readonly KubeObject[]): VendoredObjects {
  return {
    all,
    get<O extends KubeObject>({ apiVersion, kind }: KindOf<O>, wanted: string): O {
      const found = all.find(
        (one) => one.apiVersion === apiVersion && one.kind === kind && one.metadata?.name === wanted,
      );
      if (found !== undefined) return found as O;
      const known = all.map((one) => describeObject(one));
      const asked = describeObject({ kind, metadata: { name: wanted } });
      const meant = nearest(asked, known);
      throw new UserError({
        code: "patch-target",
        what: `${asked} of ${apiVersion} is not an object of ${name}`,
        where: `packages/<system>/vendor.ts, ${name}`,
        next: meant === undefined ? "its objects are in vendor/<name>/objects.yaml" : `did you mean ${meant}?`,
      });
    },
  };
}
