import { isMap } from "@kit/kube";
import type { Json } from "@kit/kube";
import { checkStructure, findKind, typeAt, type KindSchema, type Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";

const inDefinition = ["spec", "versions", 0, "schema", "openAPIV3Schema"];
let schemaOfSchemas: KindSchema | undefined;

/** Reports words of a wrong type in a schema of which the API does not say that it is one: items and additional properties. */
export function judgeWords(report: ReportFinding, path: Path, value: unknown): void {
  if (!isMap(value as Json | undefined)) return;
  for (const { code, path: place, message, fix } of checkStructure(ofSchemas(), value).problems) {
    // The server lets pass there what it does not know.
    if (code !== "unknown-field") report({ path: [...path, ...place], message, fix });
  }
}

function ofSchemas(): KindSchema {
  if (schemaOfSchemas !== undefined) return schemaOfSchemas;
  const definition = findKind("apiextensions.k8s.io/v1", "CustomResourceDefinition")!;
  schemaOfSchemas = { ...definition, kind: "schema", type: typeAt(definition, inDefinition)! };
  return schemaOfSchemas;
}
