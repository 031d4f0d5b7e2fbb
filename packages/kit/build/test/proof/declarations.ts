import type { JsonObject } from "@kit/kube";

export const target = (kind: string, name: string): JsonObject => ({ kind, name });
export const cart = target("Deployment", "cart");
export const image = "spec.template.spec.containers.[name=cart].image";
export const replacement = (fieldPath: string, targets: readonly JsonObject[], options?: JsonObject): JsonObject => ({
  source: { kind: "Deployment", name: "cart", fieldPath, ...(options === undefined ? {} : { options }) },
  targets,
});
export const strategic = (document: JsonObject): JsonObject => ({ patch: JSON.stringify(document) });
export const deployment = (spec: JsonObject): JsonObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "cart" },
  spec,
});
export const podSpec = (spec: JsonObject): JsonObject => deployment({ template: { spec } });
export const json = (on: JsonObject, ...operations: readonly JsonObject[]): JsonObject => ({
  target: on,
  patch: JSON.stringify(operations),
});
export const containers = "/spec/template/spec/containers";
