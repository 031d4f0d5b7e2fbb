import { at, type Loose } from "@kit/kube";
import { changesAt, valueText } from "../../judge/fields.ts";
import { defineRisk, type RiskReason } from "../../judge/define-risk.ts";

export const rolloutStrategy = defineRisk({
  id: "rollout-strategy",
  class: "caution",
  title: "a rollout may take away more pods at once than before",
  run(change) {
    const { op, id, before, after } = change;
    if (op !== "changed" || before === undefined || after === undefined) return [];
    const field = id.kind === "Deployment" ? "strategy" : "updateStrategy";
    const paths = changesAt(change, `spec.${field}`).map(({ path }) => path);
    if (id.group !== "apps" || paths.length === 0) return [];
    return [...otherType(before, after, field, id.name), ...otherBounds(before, after, field, id.kind)].map((said) => ({
      paths,
      ...said,
    }));
  },
});

function otherType(before: Loose, after: Loose, field: string, name: string): RiskReason[] {
  const [own = "RollingUpdate", other = "RollingUpdate"] = [before, after].map((side) =>
    at(side, "spec", field, "type"),
  );
  if (own === other) return [];
  const reason = `the strategy was ${valueText(own)}, and is ${valueText(other)}`;
  if (other === "Recreate") return [{ reason, consequence: `every rollout of ${name} stops all its pods first` }];
  if (other === "OnDelete") return [{ reason, consequence: `changes wait until somebody deletes pods of ${name}` }];
  return [{ reason }];
}

// What the API fills in: pkg/apis/apps/v1/defaults.go of k8s.io/kubernetes.
const defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  DaemonSet: { maxUnavailable: 1, maxSurge: 0 },
  Deployment: { maxUnavailable: "25%", maxSurge: "25%" },
  StatefulSet: { maxUnavailable: 1 },
};

function otherBounds(before: Loose, after: Loose, field: string, kind: string): RiskReason[] {
  return Object.entries(defaults[kind] ?? {}).flatMap(([name, fallback]) => {
    if (at(after, "spec", field, "type") === "Recreate") return [];
    const [own = fallback, other = fallback] = [before, after].map((side) =>
      at(side, "spec", field, "rollingUpdate", name),
    );
    if (own === other || !mayTakeMore(name, own, other)) return [];
    return [{ reason: `${name} was ${valueText(own)}, and is ${valueText(other)}` }];
  });
}

/** Whether more pods may be away at once. Percent and pods cannot be compared, but with none. */
function mayTakeMore(name: string, own: unknown, other: unknown): boolean {
  const [was, is] = [Number.parseInt(String(own), 10), Number.parseInt(String(other), 10)];
  if (typeof own !== typeof other && was !== 0 && is !== 0) return true;
  return name === "maxUnavailable" ? is > was : is < was;
}
