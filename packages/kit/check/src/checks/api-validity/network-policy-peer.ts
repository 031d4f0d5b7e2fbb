import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { cidrProblem, isWithin, parseCidr } from "../../syntax/cidr.ts";
import type { View } from "../../view/index.ts";

export const networkPolicyPeer = objectCheck({
  id: "network-policy-peer",
  group: "api-validity",
  severity: "error",
  title: "a NetworkPolicy has a peer that names nobody, or an invalid range of addresses",
  kinds: ["NetworkPolicy"],
  run: ({ data: { spec = {} } }, report) => {
    spec.ingress?.forEach(({ from = [] }, rule) => {
      from.forEach((peer, index) => judgePeer(peer, ["spec", "ingress", rule, "from", index], report));
    });
    spec.egress?.forEach(({ to = [] }, rule) => {
      to.forEach((peer, index) => judgePeer(peer, ["spec", "egress", rule, "to", index], report));
    });
    const { policyTypes = [] } = spec;
    policyTypes.forEach((word, index) => {
      const path = ["spec", "policyTypes", index];
      judgeOneOf(report, { path, what: "the policy's type", word, words: ["Ingress", "Egress"] });
    });
    if (policyTypes.length <= 2) return;
    const message = `policyTypes has ${policyTypes.length} entries, and may have 2`;
    report({ path: ["spec", "policyTypes"], message, fix: "write each type once" });
  },
});

type Rule = NonNullable<NonNullable<View<"NetworkPolicy">["data"]["spec"]>["ingress"]>[number];
type Peer = NonNullable<Rule["from"]>[number];

function judgePeer({ ipBlock, podSelector, namespaceSelector }: Peer, path: Path, report: ReportFinding): void {
  const selects = podSelector !== undefined || namespaceSelector !== undefined;
  if (ipBlock === undefined && !selects) {
    const message = "the peer is empty";
    report({ path, message, fix: "write a selector or an ipBlock; an empty selector takes all" });
  }
  if (ipBlock === undefined) return;
  if (selects) {
    const message = "the peer has both an ipBlock and a selector";
    report({ path, message, fix: "write them as two peers" });
  }
  const { cidr, except = [] } = ipBlock;
  const place = [...path, "ipBlock"];
  judgeText(report, { path: [...place, "cidr"], what: "the range", text: cidr, problem: cidrProblem });
  const outer = parseCidr(cidr ?? "");
  if (outer === undefined) return;
  except.forEach((text, index) => {
    const at = [...place, "except", index];
    judgeText(report, { path: at, what: "the range", text, problem: cidrProblem });
    const inner = parseCidr(text);
    if (inner === undefined || isWithin(inner, outer)) return;
    const message = `the range ${JSON.stringify(text)} is not a part of ${cidr}`;
    report({ path: at, message, fix: "write a smaller range that lies in cidr" });
  });
}
