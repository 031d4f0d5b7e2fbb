import { labelSelector } from "../../../src/checks/api-validity/label-selector.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["networkPolicy", {}],
  ["podDisruptionBudget", {}],
  ["clusterRole", {}],
  ["persistentVolumeClaim", {}],
  ["service", {}],
  ["deployment", {}],
  ["deployment", { "spec.selector": { matchExpressions: [{ key: "a", operator: "In", values: ["b"] }] } }],
  ["service", { "spec.ipFamilyPolicy": "RequireDualStack", "spec.clusterIP": "None", "spec.selector": undefined }],
  ["service", { "spec.ipFamilies": ["IPv6"], "spec.clusterIP": "None", "spec.selector": undefined }],
  ["service", { "spec.selector": {} }],
  ["podDisruptionBudget", { "spec.selector": undefined }],
  ["clusterRole", { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: "b" } }] } }],
  ["networkPolicy", { "spec.podSelector": undefined }],
  ["podDisruptionBudget", { "spec.selector": {} }],
];

const refused: readonly Refused[] = [
  [
    ["deployment", { "spec.selector": { matchExpressions: [{ key: "a", operator: "In" }] } }],
    "error Deployment default/x spec.selector.matchExpressions[0].values: In has no values; write the values",
  ],
  [
    ["deployment", { "spec.selector": { matchExpressions: [{ key: "a", operator: "Gt", values: ["1"] }] } }],
    'error Deployment default/x spec.selector.matchExpressions[0].operator: the operator "Gt" is not one of In, NotIn, Exists, DoesNotExist; write one of In, NotIn, Exists, DoesNotExist',
  ],
  [
    ["service", { "spec.selector": { "a b": "c" } }],
    'error Service default/x spec.selector["a b"]: the label "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label',
  ],
  [
    ["service", { "spec.selector": { a: "c d" } }],
    "error Service default/x spec.selector.a: the label's value \"c d\" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label's value",
  ],
  [
    ["networkPolicy", { "spec.ingress": [{ from: [{ podSelector: { matchLabels: { "a b": "c" } } }] }] }],
    'error NetworkPolicy default/x spec.ingress[0].from[0].podSelector.matchLabels["a b"]: the label "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label',
  ],
  [
    [
      "networkPolicy",
      { "spec.ingress": [{ from: [{ namespaceSelector: { matchExpressions: [{ key: "a", operator: "Foo" }] } }] }] },
    ],
    'error NetworkPolicy default/x spec.ingress[0].from[0].namespaceSelector.matchExpressions[0].operator: the operator "Foo" is not one of In, NotIn, Exists, DoesNotExist; write one of In, NotIn, Exists, DoesNotExist',
  ],
  [
    [
      "networkPolicy",
      {
        "spec.ingress": [
          { from: [{ namespaceSelector: { matchExpressions: [{ key: "a", operator: "Exists", values: ["a"] }] } }] },
        ],
      },
    ],
    "error NetworkPolicy default/x spec.ingress[0].from[0].namespaceSelector.matchExpressions[0].values: Exists has values; leave the values out",
  ],
  [
    ["podDisruptionBudget", { "spec.selector": { matchLabels: { a: "b c" } } }],
    "error PodDisruptionBudget default/x spec.selector.matchLabels.a: the label's value \"b c\" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label's value",
  ],
  [
    ["persistentVolumeClaim", { "spec.selector": { matchLabels: { "a b": "c" } } }],
    'error PersistentVolumeClaim default/x spec.selector.matchLabels["a b"]: the label "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label',
  ],
  [
    ["clusterRole", { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { "a b": "b" } }] } }],
    'error ClusterRole x aggregationRule.clusterRoleSelectors[0].matchLabels["a b"]: the label "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label',
  ],
  [
    ["networkPolicy", { "spec.podSelector": { matchExpressions: [{ key: "a", operator: "" }] } }],
    'error NetworkPolicy default/x spec.podSelector.matchExpressions[0].operator: the operator "" is not one of In, NotIn, Exists, DoesNotExist; write one of In, NotIn, Exists, DoesNotExist',
  ],
];

testVerdicts(labelSelector, taken, refused);
