import type { Path } from "@kit/schema";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { environmentCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { selectedIn, selectorText, takesAll } from "../../selected.ts";
import type { LooseKind, Selector, View } from "../../view/index.ts";

/** The API server gives every namespace this label. */
const namespaceName = "kubernetes.io/metadata.name";

export const networkPolicyPeerSelectsNothing = environmentCheck({
  id: "network-policy-peer-selects-nothing",
  group: "references",
  severity: "warning",
  title: "a NetworkPolicy lets in or out pods that do not exist",
  needs: ["objects"],
  run: (environment, report) => {
    const isSelected = selectedIn(environment);
    const own = new Set(environment.pods.map(({ namespace }) => namespace));
    for (const policy of environment.of("NetworkPolicy")) {
      for (const { peer, path } of peersOf(policy)) {
        const { podSelector, namespaceSelector, ipBlock } = peer;
        if (podSelector === undefined || ipBlock !== undefined || takesAll(podSelector)) continue;
        const namespace = namespaceSelector === undefined ? (policy.namespace ?? "default") : nameIn(namespaceSelector);
        // Pods of other namespaces are not this environment's to know.
        if (namespace === undefined || (namespaceSelector !== undefined && !own.has(namespace))) continue;
        if (isSelected(namespace, podSelector)) continue;
        const said = {
          message: `no pod of the namespace ${namespace} has the labels ${selectorText(podSelector)}, so the rule lets nobody through`,
          fix: "write the labels of the pods that it is for",
          path: [...path, "podSelector"],
        };
        report(policy, saidOfMissing(environment, { kind: "Pod", namespace }, said));
      }
    }
  },
});

function peersOf({ data }: View<"NetworkPolicy">): { peer: LooseKind<INetworkPolicyPeer>; path: Path }[] {
  const { ingress = [], egress = [] } = data.spec ?? {};
  return [
    ...ingress.flatMap(({ from = [] }, rule) =>
      from.map((peer, index) => ({ peer, path: ["spec", "ingress", rule, "from", index] })),
    ),
    ...egress.flatMap(({ to = [] }, rule) =>
      to.map((peer, index) => ({ peer, path: ["spec", "egress", rule, "to", index] })),
    ),
  ];
}

/** The one namespace that a selector names; undefined where it may take others. */
function nameIn({ matchLabels = {} }: Selector): string | undefined {
  return matchLabels[namespaceName];
}
