import { roleBinding } from "../../../src/checks/api-validity/role-binding.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["roleBinding", {}],
  ["roleBinding", { "roleRef.apiGroup": undefined }],
  ["roleBinding", { subjects: undefined }],
  ["roleBinding", { subjects: [{ kind: "ServiceAccount", name: "a", namespace: "A_b" }] }],
  ["roleBinding", { subjects: [{ kind: "User", name: "a", namespace: "x" }] }],
  [
    "roleBinding",
    { subjects: [{ kind: "Group", name: "system:authenticated", apiGroup: "rbac.authorization.k8s.io" }] },
  ],
];

const refused: readonly Refused[] = [
  [
    ["roleBinding", { "roleRef.kind": "Foo" }],
    'error RoleBinding default/x roleRef.kind: the role\'s kind "Foo" is not one of Role, ClusterRole; write one of Role, ClusterRole',
  ],
  [
    ["roleBinding", { "roleRef.name": "" }],
    "error RoleBinding default/x roleRef.name: the role's name is empty; write the role's name",
  ],
  [
    ["roleBinding", { "roleRef.name": "a/b" }],
    "error RoleBinding default/x roleRef.name: the role's name \"a/b\" must not contain / or %; correct the role's name",
  ],
  [
    ["roleBinding", { subjects: [{ kind: "Foo", name: "x" }] }],
    'error RoleBinding default/x subjects[0].kind: the subject\'s kind "Foo" is not one of ServiceAccount, User, Group; write one of ServiceAccount, User, Group',
  ],
  [
    ["roleBinding", { subjects: [{ kind: "ServiceAccount", name: "A_b" }] }],
    "error RoleBinding default/x subjects[0].name: the subject's name \"A_b\" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the subject's name",
  ],
  [
    ["roleBinding", { subjects: [{ kind: "ServiceAccount", name: "" }] }],
    "error RoleBinding default/x subjects[0].name: the subject's name is empty; write the subject's name",
  ],
  [
    ["roleBinding", { subjects: [{ kind: "User", name: "a", apiGroup: "v1" }] }],
    'error RoleBinding default/x subjects[0].apiGroup: the subject\'s apiGroup is "v1", and that of a User is rbac.authorization.k8s.io; leave it out',
  ],
  [
    ["roleBinding", { subjects: [{ kind: "", name: "x" }] }],
    'error RoleBinding default/x subjects[0].kind: the subject\'s kind "" is not one of ServiceAccount, User, Group; write one of ServiceAccount, User, Group',
  ],
  [
    ["roleBinding", { "roleRef.kind": "" }],
    'error RoleBinding default/x roleRef.kind: the role\'s kind "" is not one of Role, ClusterRole; write one of Role, ClusterRole',
  ],
];

testVerdicts(roleBinding, taken, refused);
