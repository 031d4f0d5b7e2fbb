import { groupOf } from "@kit/kube";
import { overlayCheck } from "../../define-check.ts";
import { markersIn, type FluxMarker } from "../../flux-marker.ts";
import { orNearest } from "../../suggest.ts";
import type { EnvironmentView } from "../../view/index.ts";

export const fluxMarker = overlayCheck({
  id: "flux-marker",
  group: "kustomize",
  severity: "error",
  title: "a Flux image marker leads nowhere, so no image is ever updated",
  needs: ["objects"],
  run: (environment, report) => {
    const known = policiesOf(environment);
    for (const [file, text] of environment.overlay.texts) {
      for (const marker of markersIn(text)) {
        const problem = problemOf(marker, known);
        if (problem === undefined) continue;
        const [message, fix] = problem;
        report(file, { message: `the image marker in line ${marker.line} ${message}`, fix });
      }
    }
  },
});

const shape = /^([a-z0-9][-a-z0-9]*):([a-z0-9][-a-z0-9.]*)(?::(name|tag|digest))?$/;
const example = '{"$imagepolicy": "flux-system:shop-api:tag"}';
/** What a policy is asked for at the fields of an `images:` entry; elsewhere it is the whole image. */
const parts: Readonly<Record<string, string>> = {
  newTag: "tag",
  newName: "name",
  digest: "digest",
  newDigest: "digest",
};

function problemOf({ comment, setter, field }: FluxMarker, known: readonly string[]): [string, string] | undefined {
  if (setter === undefined) return [`is not valid JSON: ${comment}`, `write # ${example}`];
  const [matched, namespace, name, part] = shape.exec(setter) ?? [];
  if (matched === undefined) return [`names no policy as namespace:name: ${setter}`, `write # ${example}`];
  if (field === undefined) return ["stands on no line with a value", "put it behind the value that Flux is to write"];
  const expected = parts[field];
  if (expected !== undefined && part !== expected) {
    return [`would write ${part ?? "the whole image"} into ${field}`, `write "${namespace}:${name}:${expected}"`];
  }
  const policy = `${namespace}:${name}`;
  if (known.length === 0 || known.includes(policy)) return undefined;
  return [`names the policy ${policy}, which does not exist`, orNearest(policy, known, "add the ImagePolicy")];
}

function policiesOf({ objects, overlay }: EnvironmentView<"objects" | "overlay">): string[] {
  const own = objects
    .filter(({ kind, apiVersion }) => kind === "ImagePolicy" && groupOf(apiVersion) === "image.toolkit.fluxcd.io")
    .map(({ namespace = "default", name }) => `${namespace}:${name}`);
  return [...own, ...(overlay?.imagePolicies ?? [])];
}
