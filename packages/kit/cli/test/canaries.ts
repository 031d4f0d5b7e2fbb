import { randomInt } from "node:crypto";
import { madeSecrets, type SecretSample } from "@kit/testing";
import type { Ran } from "./planted.ts";

/** Part of each test's name, so that a failure can be repeated. */
export const seed = randomInt(2 ** 31);
export const secrets = madeSecrets(seed);
/** Those without a shape of their own: only their names tell. */
export const randomSecrets = secrets.filter(({ kind }) => ["a random key", "an AWS secret"].includes(kind));

export const backend = "packages/shop/backend/src/index.ts";
export const overlay = "overlays/dev/kustomization.yaml";

/** Commands that read the packages and overlays. */
export const loading = ["build", "check", "capacity", "secrets template", "secrets scan"];
/** Commands that say something of each part of what they read, in each of their formats. */
export const telling = [
  "check --notes --json",
  "check --format sarif",
  "check --format github",
  "check generated/rendered/dev",
  "check overlays/dev/kustomization.yaml",
  "capacity --format markdown",
  "capacity --json",
  "order dev",
  "order dev --mermaid",
  "order dev --json",
  "topology dev",
  "topology dev --format mermaid",
  "topology dev --format svg",
  "topology dev --json",
  "secrets scan --json",
  "images",
  "images --json",
  "set-image dev shop-api=1.2.3 --dry-run",
  "promote dev prod --dry-run",
  "new service extra --system shop --yes --dry-run",
  "rename service shop/backend api --dry-run",
  "delete service shop/backend --dry-run",
  "crds add overlays/dev/kustomization.yaml --dry-run",
  "crds add generated/rendered/dev --dry-run",
  "crds list",
  "vendor list",
  "vendor add extra --file generated/rendered/dev --dry-run",
  "migrate --dry-run",
  "review HEAD --all",
  "review HEAD --all --format markdown",
  "review HEAD --all --json",
  "review HEAD --format html",
  "review HEAD --format sarif",
  "review --envs dev prod --all",
  "review --envs dev prod --format markdown",
  "review --envs dev prod --json",
  "gitops",
  "gitops --json",
];

/** A name by which also the kinds without a shape are known. */
export function nameOf({ kind }: SecretSample, index: number): string {
  return { "a random key": "SESSION_SECRET", "an AWS secret": "AWS_SECRET_ACCESS_KEY" }[kind] ?? `GREETING_${index}`;
}

/** Each with its name: what stands between the braces of a map, in YAML and in TypeScript. */
export const asMap = secrets.map((one, index) => `${nameOf(one, index)}: ${JSON.stringify(one.value)}`).join(", ");

/** Each with its name, on a line of its own. */
export const asLines = secrets.map((one, at) => `${nameOf(one, at)}: ${one.value.replaceAll("\n", "\\n")}`);

/** What a command printed. */
export function said(ran: readonly Ran[], command: string): string {
  const { stdout, stderr } = find(ran, command);
  return stdout + stderr;
}

export function exitCode(ran: readonly Ran[], command: string): number | null {
  return find(ran, command).exitCode;
}

function find(ran: readonly Ran[], command: string): Ran {
  const found = ran.find((one) => one.command === command);
  if (found === undefined) throw new Error(`${command} did not run`);
  return found;
}
