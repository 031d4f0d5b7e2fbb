import { environmentCheck } from "../../define-check.ts";
import type { EnvironmentView, PodView } from "../../view/index.ts";

/** Policies of network plugins, which this check cannot read. */
const foreign =
  /^(Cilium(Clusterwide)?NetworkPolicy|GlobalNetworkPolicy|StagedNetworkPolicy|(Baseline)?AdminNetworkPolicy|ClusterNetworkPolicy)$/;

export const networkPolicyMissing = environmentCheck({
  id: "network-policy-missing",
  group: "security",
  severity: { development: "off", production: "warning" },
  title: "pods that anybody in the cluster reaches, or that reach anybody",
  needs: ["objects"],
  run: (environment, report) => {
    if (environment.objects.some(({ kind }) => foreign.test(kind))) return;
    const incoming = isolated(environment, "Ingress");
    const outgoing = isolated(environment, "Egress");
    for (const pod of environment.pods) {
      // The network of the node knows no policies.
      if (pod.spec.hostNetwork === true) continue;
      const open = [...(incoming.has(pod) ? [] : ["ingress"]), ...(outgoing.has(pod) ? [] : ["egress"])];
      if (open.length === 0) continue;
      const message = `no NetworkPolicy isolates its pods for ${open.join(" and ")}`;
      const fix =
        "add a NetworkPolicy that selects them and allows what they need (`protectInProduction` of typed-manifests)";
      report(pod.object, { path: [...pod.metadataPath, "labels"], message, fix });
    }
  },
});

function isolated(environment: EnvironmentView<"objects">, direction: "Ingress" | "Egress"): ReadonlySet<PodView> {
  return new Set(
    environment.of("NetworkPolicy").flatMap(({ namespace, data }) => {
      const { podSelector = {}, egress, policyTypes } = data.spec ?? {};
      const types = policyTypes ?? ["Ingress", ...((egress ?? []).length === 0 ? [] : ["Egress"])];
      return types.includes(direction) ? environment.podsOf(namespace, podSelector) : [];
    }),
  );
}
