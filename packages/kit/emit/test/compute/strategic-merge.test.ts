import type { Json, JsonObject } from "@kit/kube";
import { expect, test } from "vitest";
import { listCases, listIn, throughStrategic, type ListCase } from "./against-strategic.ts";
import { compute } from "./computed.ts";

/** The lists of a pod, wherever it stands, and of its containers, whichever. */
function short(path: string): string {
  return path
    .replace(/^\w+\.(?:spec\.jobTemplate\.)?(?:spec\.)?template\.spec\./, "pod.")
    .replace(/^Pod\.spec\./, "pod.")
    .replace(/(?:c|initC)ontainers\[\]/, "container");
}

function ours({ object, change }: ListCase): JsonObject {
  const { apiVersion: _, kind: __, metadata, ...rest } = change;
  const { name: ___, ...told } = metadata as JsonObject;
  return compute(object, { delta: { ...rest, ...(Object.keys(told).length === 0 ? {} : { metadata: told }) } }).data;
}

/** What was done with a list of two entries, of which the change has the second, after a new one. */
function verdict(list: readonly Json[], given: readonly Json[]): string {
  if (list.length === given.length) return "replaced";
  return JSON.stringify(list.at(-1)) === JSON.stringify(given[0]) ? "new at the end" : "new at the front";
}

// What docs/output.md says of lists that were merged in another way when changes were strategic merge patches.
test("how lists were merged by kustomize's strategic merge, and how they are now", async () => {
  const cases = listCases();
  const made = await throughStrategic(cases);
  const verdicts = cases.map((one, index) => {
    const given = listIn(one.change, one);
    const pair = [verdict(listIn(made[index]!, one), given), verdict(listIn(ours(one), one), given)];
    return { path: short(one.path), verdict: pair.join(", then ") };
  });
  const byVerdict = Map.groupBy(verdicts, (one) => one.verdict);
  expect(byVerdict.get("replaced, then replaced")!.length).toBeGreaterThan(200);
  byVerdict.delete("replaced, then replaced");
  const listed = [...byVerdict].map(([key, all]) => [key, [...new Set(all.map(({ path }) => path))].toSorted()]);
  expect(Object.fromEntries(listed)).toMatchInlineSnapshot(`
    {
      "new at the front, then new at the end": [
        "CSINode.spec.drivers",
        "ConfigMap.metadata.finalizers",
        "ConfigMap.metadata.ownerReferences",
        "MutatingWebhookConfiguration.webhooks",
        "Node.spec.podCIDRs",
        "Service.spec.ports",
        "ServiceAccount.secrets",
        "ValidatingWebhookConfiguration.webhooks",
        "pod.container.env",
        "pod.container.ports",
        "pod.container.volumeDevices",
        "pod.container.volumeMounts",
        "pod.containers",
        "pod.ephemeralContainers",
        "pod.ephemeralContainers[].env",
        "pod.ephemeralContainers[].volumeDevices",
        "pod.ephemeralContainers[].volumeMounts",
        "pod.hostAliases",
        "pod.imagePullSecrets",
        "pod.initContainers",
        "pod.topologySpreadConstraints",
        "pod.volumes",
      ],
      "replaced, then new at the end": [
        "CSIDriver.spec.volumeLifecycleModes",
        "MutatingAdmissionPolicy.spec.matchConditions",
        "MutatingWebhookConfiguration.webhooks[].matchConditions",
        "ValidatingAdmissionPolicy.spec.matchConditions",
        "ValidatingAdmissionPolicy.spec.variables",
        "ValidatingAdmissionPolicyBinding.spec.validationActions",
        "ValidatingWebhookConfiguration.webhooks[].matchConditions",
        "pod.container.resources.claims",
        "pod.ephemeralContainers[].ports",
        "pod.ephemeralContainers[].resources.claims",
        "pod.resourceClaims",
        "pod.resources.claims",
        "pod.schedulingGates",
      ],
    }
  `);
});
