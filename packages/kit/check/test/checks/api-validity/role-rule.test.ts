import { roleRule } from "../../../src/checks/api-validity/role-rule.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["role", {}],
  ["clusterRole", {}],
  ["role", { rules: [{ apiGroups: ["FOO bar"], resources: ["p o"], verbs: ["foo bar"] }] }],
  ["role", { rules: [] }],
  ["role", { rules: undefined }],
  ["clusterRole", { rules: [{ nonResourceURLs: ["/x"], verbs: ["get"] }] }],
  ["clusterRole", { rules: [{ nonResourceURLs: ["x"], verbs: ["get"] }] }],
  ["clusterRole", { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: "b" } }] } }],
];

const refused: readonly Refused[] = [
  [
    ["role", { rules: [{ apiGroups: [""], resources: ["pods"], verbs: [] }] }],
    "error Role default/x rules[0].verbs: the rule has no verbs; write verbs",
  ],
  [
    ["role", { rules: [{ resources: ["pods"], verbs: ["get"] }] }],
    "error Role default/x rules[0].apiGroups: the rule has no apiGroups; write apiGroups",
  ],
  [
    ["role", { rules: [{ apiGroups: [""], verbs: ["get"] }] }],
    "error Role default/x rules[0].resources: the rule has no resources; write resources",
  ],
  [
    ["role", { rules: [{ nonResourceURLs: ["/x"], verbs: ["get"] }] }],
    "error Role default/x rules[0].nonResourceURLs: a Role has a rule for URLs, which are in no namespace; write it into a ClusterRole",
  ],
  [
    ["role", { rules: [{ apiGroups: [], resources: ["pods"], verbs: ["get"] }] }],
    "error Role default/x rules[0].apiGroups: the rule has no apiGroups; write apiGroups",
  ],
  [
    ["clusterRole", { rules: [{ nonResourceURLs: ["/x"], verbs: ["get"], apiGroups: [""] }] }],
    "error ClusterRole x rules[0].nonResourceURLs: the rule is for resources and for URLs; write two rules",
  ],
  [
    ["clusterRole", { aggregationRule: {} }],
    "error ClusterRole x aggregationRule.clusterRoleSelectors: the aggregation rule selects nothing; write a selector, or remove the rule",
  ],
];

testVerdicts(roleRule, taken, refused);
