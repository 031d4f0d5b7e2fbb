import { dnsLabelProblem, qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { judgeMatchLabelKeys } from "../../pods/match-label-keys.ts";
import { judgeLabelSelector } from "../../rules/judge-labels.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeText } from "../../rules/judge-text.ts";
import type { PodView } from "../../view/index.ts";

export const podAffinity = podCheck({
  id: "pod-affinity",
  group: "api-validity",
  severity: "error",
  title: "a pod's affinity to other pods has an invalid term, weight or topology key",
  run: (pod, report) => {
    for (const kind of ["podAffinity", "podAntiAffinity"] as const) {
      const path = [...pod.path, "affinity", kind];
      const {
        requiredDuringSchedulingIgnoredDuringExecution: required = [],
        preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
      } = pod.spec.affinity?.[kind] ?? {};
      required.forEach((term, index) => {
        judgeTerm(report, pod, [...path, "requiredDuringSchedulingIgnoredDuringExecution", index], term);
      });
      preferred.forEach(({ weight = 0, podAffinityTerm: term = {} }, index) => {
        const place = [...path, "preferredDuringSchedulingIgnoredDuringExecution", index];
        judgeNumber(report, { path: [...place, "weight"], what: "weight", value: weight, from: 1, to: 100 });
        judgeTerm(report, pod, [...place, "podAffinityTerm"], term);
      });
    }
  },
});

type Affinity = NonNullable<NonNullable<PodView["spec"]["affinity"]>["podAffinity"]>;
type Term = NonNullable<Affinity["requiredDuringSchedulingIgnoredDuringExecution"]>[number];

function judgeTerm(report: ReportFinding, pod: PodView, path: Path, term: Term): void {
  const what = "the topology key";
  const { topologyKey: text, labelSelector, namespaceSelector, namespaces = [] } = term;
  judgeText(report, { path: [...path, "topologyKey"], what, text, problem: qualifiedNameProblem });
  judgeLabelSelector(report, [...path, "labelSelector"], labelSelector);
  judgeLabelSelector(report, [...path, "namespaceSelector"], namespaceSelector);
  namespaces.forEach((name, index) => {
    const place = [...path, "namespaces", index];
    judgeText(report, { path: place, what: "the namespace", text: name, problem: dnsLabelProblem });
  });
  judgeMatchLabelKeys(report, pod, path, term);
}
