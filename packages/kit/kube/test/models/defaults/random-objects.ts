import type { GoField, GoTypes } from "@kit/control-plane";
import fc from "fast-check";

/** Texts that mean something in some field, so that conditions are met. */
const texts = [
  "a",
  "app:1.0",
  "app",
  "app:latest",
  "host:5000/app:latest",
  "app@sha256:" + "0".repeat(64),
  "app:latest@sha256:" + "0".repeat(64),
  "App:latest",
  "RollingUpdate",
  "Recreate",
  "OnDelete",
  "ClusterIP",
  "NodePort",
  "LoadBalancer",
  "ExternalName",
  "ClientIP",
  "None",
  "Container",
  "User",
  "Group",
  "ServiceAccount",
  "Egress",
  "Ingress",
  "Always",
  "Delete",
  "",
];
const amounts = ["1", "0.5", "500m", "1.5Gi", "0.5Gi", "1024Mi", "1e3", "0", "0.0001", "3072Mi", "1Ki", 2];
const durations = ["1h", "90s", "0s", "1500ms", "1h30m"];

/** Of fields where a value that the server refuses would be filled in differently. */
const byField: Readonly<Record<string, readonly string[]>> = {
  "apps/v1.DeploymentStrategy.type": ["RollingUpdate", "Recreate", ""],
  "apps/v1.DaemonSetUpdateStrategy.type": ["RollingUpdate", "OnDelete", ""],
  "apps/v1.StatefulSetUpdateStrategy.type": ["RollingUpdate", "OnDelete", ""],
  "core/v1.ServiceSpec.type": ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName", ""],
  "core/v1.ServiceSpec.sessionAffinity": ["None", "ClientIP", ""],
  "core/v1.PersistentVolumeClaim.apiVersion": [""],
  "core/v1.PersistentVolumeClaim.kind": [""],
};

/** Objects of a kind with any of its fields, as they may be written; nothing asks whether the server would take them. */
export function objectsOf(
  { kinds, types }: GoTypes,
  apiVersion: string,
  kind: string,
): fc.Arbitrary<Record<string, unknown>> {
  const known = new Map<string, fc.Arbitrary<unknown>>();
  const valueOf = (field: GoField, depth: number): fc.Arbitrary<unknown> => {
    const one = types[field.type] === undefined ? plain(field.type) : structOf(field.type, depth - 1);
    // The server refuses rules of scaling without policies.
    if (field.in === "list")
      return fc.array(one, { minLength: field.type.endsWith("HPAScalingPolicy") ? 1 : 0, maxLength: 2 });
    if (field.in === "map") return fc.dictionary(fc.constantFrom("a", "b", "cpu", "memory"), one, { maxKeys: 2 });
    return field.in === undefined ? one : fc.constant({});
  };
  const structOf = (name: string, depth: number): fc.Arbitrary<unknown> => {
    if (depth < 0) return fc.constant({});
    const key = `${name} ${depth}`;
    const made = known.get(key);
    if (made !== undefined) return made;
    const names = Object.keys(types[name]!).filter(
      (field) => !["status", "managedFields", "ownerReferences"].includes(field),
    );
    const some = fc.subarray(names, { maxLength: Math.min(names.length, 6) });
    const arbitrary = some.chain((fields) =>
      fc.record(
        Object.fromEntries(
          fields.map((field) => {
            const known = byField[`${name}.${field}`];
            return [field, known === undefined ? valueOf(types[name]![field]!, depth) : fc.constantFrom(...known)];
          }),
        ),
      ),
    );
    known.set(key, arbitrary);
    return arbitrary;
  };
  const root = types[kinds[apiVersion]![kind]!]!;
  const rest = Object.keys(root).filter((name) => !["apiVersion", "kind", "metadata", "status"].includes(name));
  const labels = fc.dictionary(fc.constantFrom("app", "tier"), fc.constantFrom("a", "b"), { maxKeys: 2 });
  return fc
    .tuple(
      fc.record(Object.fromEntries(rest.map((name) => [name, valueOf(root[name]!, 7)])), {
        requiredKeys: rest.filter((name) => name === "spec"),
      }),
      labels,
    )
    .map(([object, own]) => ({ apiVersion, kind, metadata: { name: "a", labels: own }, ...object }));
}

function plain(type: string): fc.Arbitrary<unknown> {
  switch (type) {
    case "string":
      return fc.constantFrom(...texts);
    case "bool":
      return fc.boolean();
    case "number":
      return fc.constantFrom(0, 1, 3, 80);
    case "Quantity":
      return fc.constantFrom(...amounts);
    case "IntOrString":
      return fc.constantFrom<unknown>(0, 1, "", "25%", "http");
    case "Duration":
      return fc.constantFrom(...durations);
    case "Time":
      return fc.constantFrom("2026-01-01T00:00:00Z", "2026-01-01T02:00:00+02:00");
    case "MicroTime":
      return fc.constant("2026-01-01T00:00:00.000000Z");
    case "bytes":
      return fc.constantFrom("YQ==", "");
    default:
      return fc.constant({});
  }
}

/** An answer of the server without what says nothing: zeros that it prints because the field is always printed. */
export function withoutNothing({ kinds, types }: GoTypes, answer: Record<string, unknown>): unknown {
  const clean = (value: unknown, type: string): unknown => {
    const fields = types[type];
    if (fields === undefined || typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
        const field = fields[name];
        if (field === undefined || one === null) return [];
        const own =
          field.in === "list"
            ? (one as unknown[]).map((item) => clean(item, field.type))
            : field.in === "map"
              ? Object.fromEntries(Object.entries(one as object).map(([key, item]) => [key, clean(item, field.type)]))
              : clean(one, field.type);
        const isPlain = field.in !== undefined || field.pointer !== true;
        return isPlain && field.type !== "any" && isZero(own) ? [] : [[name, own]];
      }),
    );
  };
  const { status: _, ...rest } = answer;
  return clean(rest, kinds[answer["apiVersion"] as string]![answer["kind"] as string]!);
}

function isZero(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  return value === "" || value === 0 || value === false;
}
