import type { Path } from "@kit/schema";
import { anyObjectCheck } from "../../define-check.ts";
import { judgeLabels, judgeLabelSelector } from "../../rules/judge-labels.ts";
import { claimSpecsOf } from "../../claims.ts";
import { isKind, type KindName, type Selector, type View } from "../../view/index.ts";

export const labelSelector = anyObjectCheck({
  id: "label-selector",
  group: "api-validity",
  severity: "error",
  title: "a label selector has an invalid key, operator or value",
  run: (object, report) => {
    if (isKind(object, "Service")) judgeLabels(report, ["spec", "selector"], object.data.spec?.selector);
    for (const { path, selector } of selectorsOf(object)) judgeLabelSelector(report, path, selector);
  },
});

interface PlacedSelector {
  readonly path: Path;
  readonly selector: Selector | undefined;
}

const ofWorkloads: readonly KindName[] = ["DaemonSet", "Deployment", "Job", "ReplicaSet", "StatefulSet"];

function selectorsOf(object: View): PlacedSelector[] {
  if (isKind(object, "ClusterRole")) {
    const selectors = object.data.aggregationRule?.clusterRoleSelectors ?? [];
    return selectors.map((selector, index) => ({
      path: ["aggregationRule", "clusterRoleSelectors", index],
      selector,
    }));
  }
  if (isKind(object, "NetworkPolicy")) return selectorsOfPolicy(object);
  const ofClaims = claimSpecsOf(object).map(({ path, spec: { selector } }) => ({
    path: [...path, "selector"],
    selector,
  }));
  if (isKind(object, "PodDisruptionBudget") || ofWorkloads.some((kind) => isKind(object, kind))) {
    const { selector } = (object.data as View<"Deployment">["data"]).spec ?? {};
    return [{ path: ["spec", "selector"], selector }, ...ofClaims];
  }
  return ofClaims;
}

function selectorsOfPolicy({ data: { spec = {} } }: View<"NetworkPolicy">): PlacedSelector[] {
  const peers = [
    ...(spec.ingress ?? []).flatMap(({ from = [] }, rule) =>
      from.map((peer, index) => ({ peer, path: ["spec", "ingress", rule, "from", index] })),
    ),
    ...(spec.egress ?? []).flatMap(({ to = [] }, rule) =>
      to.map((peer, index) => ({ peer, path: ["spec", "egress", rule, "to", index] })),
    ),
  ];
  return [
    { path: ["spec", "podSelector"], selector: spec.podSelector },
    ...peers.flatMap(({ peer, path }) => [
      { path: [...path, "podSelector"], selector: peer.podSelector },
      { path: [...path, "namespaceSelector"], selector: peer.namespaceSelector },
    ]),
  ];
}
