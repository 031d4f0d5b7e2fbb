import { kubernetesMinor } from "@kit/schema";
import { namespaceLabel } from "../../../src/checks/api-validity/namespace-label.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["namespace", {}],
  ["namespace", { "metadata.labels": { "kubernetes.io/metadata.name": "foo" } }],
  ["namespace", { "metadata.labels": { "pod-security.kubernetes.io/foo": "foo" } }],
  ["namespace", { "metadata.labels": { "kubernetes.io/metadata.name": "a b" } }],
  [
    "namespace",
    {
      "metadata.labels": {
        "pod-security.kubernetes.io/enforce": "restricted",
        "pod-security.kubernetes.io/enforce-version": "v1.31",
      },
    },
  ],
  ["namespace", { "metadata.labels": { "pod-security.kubernetes.io/warn-version": "latest" } }],
];

const refused: readonly Refused[] = [
  [
    ["namespace", { "metadata.labels": { "pod-security.kubernetes.io/enforce": "foo" } }],
    'error Namespace x metadata.labels["pod-security.kubernetes.io/enforce"]: the level "foo" is not one of privileged, baseline, restricted; write one of privileged, baseline, restricted',
  ],
  [
    ["namespace", { "metadata.labels": { "pod-security.kubernetes.io/enforce-version": "foo" } }],
    `error Namespace x metadata.labels["pod-security.kubernetes.io/enforce-version"]: the version "foo" must be latest, or a version such as v${kubernetesMinor}; correct the version`,
  ],
  [
    ["namespace", { "metadata.labels": { "pod-security.kubernetes.io/audit": "strict" } }],
    'error Namespace x metadata.labels["pod-security.kubernetes.io/audit"]: the level "strict" is not one of privileged, baseline, restricted; write one of privileged, baseline, restricted',
  ],
];

testVerdicts(namespaceLabel, taken, refused);
