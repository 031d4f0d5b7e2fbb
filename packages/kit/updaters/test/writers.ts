import { join } from "node:path";
import { run } from "@kit/programs";
import { renovateUpdate, type RenovateUpdate } from "../src/index.ts";

/** A version of an image, as updaters find it. */
export interface Update {
  /** The image, as the base writes it. */
  readonly name: string;
  readonly newName?: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Writes an update into an overlay of a repository. */
export type Writer = (root: string, environment: string, update: Update) => Promise<void>;

/** `write-back-target: kustomization:/overlays/<environment>`, with the program's own functions. */
export const argocdKustomization: Writer = (root, environment, { name, newName, tag, digest }) => {
  const images = [{ name, newName, newTag: tag, digest }];
  return succeed("UPDATER_ARGOCD", ["kustomization", overlayOf(root, environment), JSON.stringify(images)], root);
};

/** Argo CD Image Updater's own file beside the kustomization. */
export const argocdSource: Writer = (root, environment, update) => {
  const file = join(overlayOf(root, environment), `.argocd-source-${environment.replaceAll("/", "-")}.yaml`);
  return succeed("UPDATER_ARGOCD", ["source", file, JSON.stringify([written(update)])], root);
};

/** Flux, as its sources say: it goes by the markers of its policy, wherever they are below overlays/. */
export const fluxSetters: Writer = (root, environment, { name, newName = name, tag, digest }) => {
  const policies = { [policyOf(environment, name)]: { name: newName, tag, digest } };
  return succeed("UPDATER_FLUX", [join(root, "overlays"), JSON.stringify(policies)], root);
};

/** The policy of an image in an environment, as markers name it: `flux-system:prod-shop-api`. */
export function policyOf(environment: string, name: string): string {
  return `flux-system:${environment.replaceAll("/", "-")}-${name}`;
}

/** `kustomize edit set image`, of the program that an environment variable names. */
export function kustomizeEdit(program: "KUSTOMIZE_PINNED" | "KUSTOMIZE_OLDEST"): Writer {
  return (root, environment, update) =>
    succeed(program, ["edit", "set", "image", written(update)], overlayOf(root, environment));
}

/** An image as `kustomize edit` takes it, and Argo CD: `web=registry.example.com/web:1.2.3`. */
function written({ name, newName, tag, digest }: Update): string {
  const image = newName === undefined ? name : `${name}=${newName}`;
  return `${image}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}

/** Renovate's own manager and worker. */
export async function renovateWrites(root: string, environment: string, update: Update): Promise<void> {
  const { name, tag, digest } = update;
  const found = {
    ...(tag === undefined ? {} : { newValue: tag }),
    ...(digest === undefined ? {} : { newDigest: digest, isPinDigest: true }),
  };
  const reason = await renovateFinds(root, environment, name, found);
  if (reason !== undefined) throw new Error(`Renovate passes over ${name}: ${reason}`);
}

/** @returns Why Renovate passes over the image. */
export function renovateFinds(
  root: string,
  environment: string,
  depName: string,
  found: RenovateUpdate["found"],
): Promise<string | undefined> {
  const packageFile = `overlays/${environment}/kustomization.yaml`;
  return renovateUpdate(fromEnvironment("UPDATER_RENOVATE"), { root, packageFile, depName, found });
}

function overlayOf(root: string, environment: string): string {
  return join(root, "overlays", environment);
}

async function succeed(program: string, args: readonly string[], cwd: string): Promise<void> {
  const { exitCode, stderr } = await run(fromEnvironment(program), args, { cwd, env: process.env });
  if (exitCode !== 0) throw new Error(`${program} ended with ${exitCode}: ${stderr}`);
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run pnpm test:engines`);
  return value;
}
