import { judgeSchema } from "../../definitions/judge-schema.ts";
import { judgeVersion } from "../../definitions/judge-version.ts";
import { JsonSchema } from "../../definitions/json-schema.ts";
import { objectCheck } from "../../define-check.ts";

export const definitionSchema = objectCheck({
  id: "definition-schema",
  group: "api-validity",
  severity: "error",
  title: "a CustomResourceDefinition's schema is not structural, or its columns, rules or subresources are invalid",
  kinds: ["CustomResourceDefinition"],
  run: ({ data: { spec = {} } }, report) => {
    spec.versions?.forEach((version, index) => {
      const path = ["spec", "versions", index];
      judgeVersion(report, path, version);
      const root = JsonSchema.of(version.schema?.openAPIV3Schema);
      const hasStatus = version.subresources?.status !== undefined;
      if (root !== undefined) judgeSchema(report, [...path, "schema", "openAPIV3Schema"], root, hasStatus);
    });
  },
});
