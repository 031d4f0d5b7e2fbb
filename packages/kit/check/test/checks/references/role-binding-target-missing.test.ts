import { describe, expect, test } from "vitest";
import { roleBindingTargetMissing } from "../../../src/checks/references/role-binding-target-missing.ts";
import { judge } from "../../judge.ts";
import { object } from "../../flow-yaml.ts";

const rbac = "rbac.authorization.k8s.io/v1";
const binding = (roleRef: string): string =>
  object("RoleBinding", "read", `roleRef: { apiGroup: rbac.authorization.k8s.io, ${roleRef} }`, rbac);

describe("role-binding-target-missing", () => {
  test.for([
    binding("kind: Role, name: reader") + object("Role", "reader", "rules: []", rbac),
    // The cluster's own.
    binding("kind: ClusterRole, name: view"),
  ])("passes %$", (manifests) => {
    expect(judge(roleBindingTargetMissing, manifests)).toEqual([]);
  });

  test("finds a Role that is not in the namespace", () => {
    const role = object("Role", "reader", "rules: []", rbac);
    expect(judge(roleBindingTargetMissing, binding("kind: Role, name: raeder") + role)).toMatchInlineSnapshot(`
      [
        "error RoleBinding default/read roleRef.name: it grants the Role raeder, which does not exist in the namespace default; write reader, or add the Role",
      ]
    `);
  });
});
