import { expect, test } from "vitest";
import { protectDefinition } from "../src/protect-definition.ts";

const options = "argocd.argoproj.io/sync-options";
const flux = "kustomize.toolkit.fluxcd.io/prune";

function annotationsOf(metadata: object, kind = "CustomResourceDefinition"): unknown {
  const { data } = protectDefinition({
    apiVersion: "apiextensions.k8s.io/v1",
    kind,
    metadata: { name: "shops.example.com", ...metadata },
  });
  return (data["metadata"] as { annotations?: unknown }).annotations;
}

test.for([
  [{}, { [options]: "Prune=false,Delete=false", [flux]: "disabled" }],
  [{ annotations: { a: "b" } }, { a: "b", [options]: "Prune=false,Delete=false", [flux]: "disabled" }],
  [
    { annotations: { [options]: "ServerSideApply=true" } },
    { [options]: "ServerSideApply=true,Prune=false,Delete=false", [flux]: "disabled" },
  ],
  [{ annotations: { [options]: "Delete=confirm" } }, { [options]: "Delete=confirm,Prune=false", [flux]: "disabled" }],
  [{ annotations: { [options]: "Prune=confirm" } }, { [options]: "Prune=confirm", [flux]: "disabled" }],
  [{ annotations: { [options]: "Prune=true", [flux]: "enabled" } }, { [options]: "Prune=true", [flux]: "enabled" }],
  [{ labels: { [flux]: "disabled" } }, { [options]: "Prune=false,Delete=false" }],
] as const)("%j", ([metadata, expected]) => expect(annotationsOf(metadata)).toEqual(expected));

test("nothing else gets any", () => {
  expect(annotationsOf({}, "APIService")).toBeUndefined();
  const data = { apiVersion: "example.com/v1", kind: "CustomResourceDefinition", metadata: { name: "a" } };
  expect(protectDefinition(data)).toEqual({ data, given: [] });
});
