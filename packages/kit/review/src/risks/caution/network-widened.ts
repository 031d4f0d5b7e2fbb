import { at, type Loose } from "@kit/kube";
import { toJson } from "@kit/yaml";
import { dataAt, listAt, scalarText, textAt } from "../../data.ts";
import { changesAt } from "../../judge/fields.ts";
import { defineRisk, type RiskReason } from "../../judge/define-risk.ts";

export const networkWidened = defineRisk({
  id: "network-widened",
  class: "caution",
  title: "pods may be reached by more, or reach more, than before",
  run(change) {
    const { op, id, before, after } = change;
    if (id.group !== "networking.k8s.io" || id.kind !== "NetworkPolicy" || op === "added") return [];
    if (op === "removed") {
      const reason = "the NetworkPolicy does not hold its pods back any more";
      return [{ reason, consequence: "without another policy, its pods talk to everything" }];
    }
    const selector = changesAt(change, "spec.podSelector").map(({ path }) => path);
    return [
      ...["ingress", "egress"].flatMap((way) => newRules(way, before, after)),
      ...lostTypes(before, after),
      ...(selector.length === 0 ? [] : [{ paths: selector, reason: "the NetworkPolicy is for other pods" }]),
    ];
  },
});

const words = { ingress: "lets in", egress: "lets out" };

function newRules(way: string, before: Loose | undefined, after: Loose | undefined): RiskReason[] {
  const known = new Set(listAt(before, "spec", way).flatMap((rule) => grantsOf(rule, way)));
  const come = listAt(after, "spec", way).flatMap((rule) => grantsOf(rule, way));
  return come
    .filter((grant) => !known.has(grant))
    .map((grant) => ({
      paths: [`spec.${way}`],
      reason: `the NetworkPolicy ${words[way as keyof typeof words]} ${grant}`,
      consequence: "holds at once, also for pods that run",
    }));
}

/** `TCP 80 of pods app=web`: one for each peer and port of a rule. */
function grantsOf(rule: unknown, way: string): string[] {
  const peers = listAt(rule, way === "ingress" ? "from" : "to").map(peerText);
  const ports = listAt(rule, "ports").map(portText);
  const which = way === "ingress" ? "from" : "to";
  return (peers.length === 0 ? ["anywhere"] : peers).flatMap((peer) =>
    (ports.length === 0 ? ["every port"] : ports).map((port) => `${port} ${which} ${peer}`),
  );
}

function peerText(peer: unknown): string {
  const block = textAt(peer, "ipBlock", "cidr");
  if (block !== undefined) {
    const except = listAt(peer, "ipBlock", "except").map(String).toSorted();
    return except.length === 0 ? block : `${block} without ${except.join(", ")}`;
  }
  const [pods, namespaces] = [at(peer, "podSelector"), at(peer, "namespaceSelector")];
  const parts = [
    pods === undefined ? "" : `pods ${selectorText(pods)}`,
    namespaces === undefined ? "" : `in namespaces ${selectorText(namespaces)}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function selectorText(selector: unknown): string {
  const labels = Object.entries(dataAt(selector, "matchLabels")).map(([key, value]) => `${key}=${String(value)}`);
  const expressions = listAt(selector, "matchExpressions").map(toJson);
  const all = [...labels.toSorted(), ...expressions.toSorted()];
  return all.length === 0 ? "of any kind" : all.join(",");
}

function portText(port: unknown): string {
  const end = at(port, "endPort");
  const number = at(port, "port");
  const range = end === undefined ? scalarText(number ?? "every port") : `${scalarText(number)}-${scalarText(end)}`;
  return `${textAt(port, "protocol") ?? "TCP"} ${range}`;
}

function lostTypes(before: Loose | undefined, after: Loose | undefined): RiskReason[] {
  const now = listAt(after, "spec", "policyTypes");
  const lost = listAt(before, "spec", "policyTypes").filter((one) => !now.includes(one));
  return lost.map((one) => ({
    paths: ["spec.policyTypes"],
    reason: `the NetworkPolicy does not speak of ${String(one)} any more`,
    consequence: "holds at once, also for pods that run",
  }));
}
