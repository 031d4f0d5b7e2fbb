/** A small definition, with a field of each sort. */
export function backupDefinition(changes: object = {}, schema: object = backupSchema): Record<string, unknown> {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "backups.example.com", annotations: { "example.com/by": "a tool" } },
    spec: {
      group: "example.com",
      scope: "Namespaced",
      names: { kind: "Backup", plural: "backups" },
      versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: schema } }],
      ...changes,
    },
  };
}

export const backupSchema = {
  description: "A backup.\nIt is kept */ elsewhere.",
  type: "object",
  required: ["spec"],
  properties: {
    apiVersion: { type: "string" },
    kind: { type: "string" },
    metadata: { type: "object" },
    spec: {
      type: "object",
      required: ["schedule", "keep", "targets"],
      "x-kubernetes-validations": [{ rule: "self.keep > 0" }],
      properties: {
        schedule: { type: "string", description: "When it runs." },
        keep: { type: "integer", default: 3 },
        mode: { type: "string", enum: ["Full", "Changed"] },
        port: { "x-kubernetes-int-or-string": true, anyOf: [{ type: "integer" }, { type: "string" }] },
        store: { type: "string", "x-kubernetes-validations": [{ rule: "self == oldSelf" }] },
        targets: {
          type: "array",
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["name"],
          items: {
            type: "object",
            required: ["name"],
            properties: { name: { type: "string" }, "max-size": { type: "integer" } },
          },
        },
        labels: { type: "object", additionalProperties: { type: "string" } },
        any: { "x-kubernetes-preserve-unknown-fields": true },
        job: { type: "object", "x-kubernetes-embedded-resource": true, "x-kubernetes-preserve-unknown-fields": true },
        until: { type: "string", nullable: true },
      },
    },
  },
};
