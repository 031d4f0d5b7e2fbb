import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dump, load, loadAll } from "js-yaml";

/** A kustomization's patch, as an Application and a Kustomization of Flux have it. */
interface Patch {
  readonly target: Readonly<Record<string, string>>;
  readonly patch: string;
}

/** What is made for a pull request. */
export interface Made {
  readonly name: string;
  readonly namespace: string;
  readonly path: string;
  readonly patches: readonly Patch[];
}

export interface Request {
  readonly number: string;
  readonly commit: string;
}

/** Evaluates a Go template. */
export type Evaluate = (template: string, left: string, request: Request) => string;

/** What the ApplicationSet of a built repository makes for a pull request. */
export function applicationOf(root: string, request: Request, evaluate: Evaluate = plainly): Made {
  const text = readFileSync(join(root, "generated/gitops/argocd/environments/preview.yaml"), "utf8");
  const [, set] = loadAll(text) as [unknown, { spec: { template: Application } }];
  const { metadata, spec } = JSON.parse(
    JSON.stringify(set.spec.template, (_, value: unknown) =>
      typeof value === "string" ? evaluate(value, "{{", request) : value,
    ),
  ) as Application;
  const { source, destination } = spec;
  return {
    name: metadata.name,
    namespace: destination.namespace,
    path: source.path,
    patches: source.kustomize.patches,
  };
}

/** What the ResourceSet of a built repository makes for a pull request: a template as a whole, as YAML. */
export function kustomizationOf(root: string, request: Request, evaluate: Evaluate = plainly): Made {
  const text = readFileSync(join(root, "generated/gitops/flux/shop-previews/environments/preview.yaml"), "utf8");
  const [, set] = loadAll(text) as [unknown, { spec: { resources: [object] } }];
  const { metadata, spec } = load(evaluate(dump(set.spec.resources[0]), "<<", request)) as Kustomization;
  return { name: metadata.name, namespace: metadata.namespace, path: spec.path.slice(2), patches: spec.patches };
}

/**
 * The documents that kustomize makes of it in a copy of the repository, sorted. As Argo CD and Flux do, the patches are
 * written into the kustomization of the path.
 */
export function deployed(root: string, { path, patches }: Made, kustomize: (folder: string) => string): string[] {
  const file = join(root, path, "kustomization.yaml");
  const before = readFileSync(file, "utf8");
  try {
    writeFileSync(file, dump({ ...(load(before) as object), patches }));
    return kustomize(path)
      .split(/^---\n/m)
      .toSorted();
  } finally {
    writeFileSync(file, before);
  }
}

/** The few actions that are written, without Go. */
function plainly(template: string, left: string, { number, commit }: Request): string {
  const values: Record<string, string> = {
    ".number": number,
    ".head_sha": commit,
    ".head_short_sha": commit.slice(0, 8),
    ".head_short_sha_7": commit.slice(0, 7),
    "inputs.id": number,
    "inputs.sha": commit,
    "slice inputs.sha 0 8": commit.slice(0, 8),
    "slice inputs.sha 0 7": commit.slice(0, 7),
  };
  const action = left === "{{" ? /\{\{\s+(.*?)\s+\}\}/gs : /<<\s+(.*?)\s+>>/gs;
  return template.replaceAll(
    action,
    (_, said: string) => values[said.replaceAll(/\s+/g, " ")] ?? `no value of ${said}`,
  );
}

interface Application {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly source: { readonly path: string; readonly kustomize: { readonly patches: readonly Patch[] } };
    readonly destination: { readonly namespace: string };
  };
}

interface Kustomization {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: { readonly path: string; readonly patches: readonly Patch[] };
}
