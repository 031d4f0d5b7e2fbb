import { dns1035LabelProblem, dnsSubdomainProblem } from "@kit/kube/names";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeFixedName } from "../../rules/judge-fixed-name.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import { judgeUnique } from "../../rules/judge-unique.ts";
import { kindNameProblem } from "../../syntax/any-case.ts";

export const customResourceDefinition = objectCheck({
  id: "custom-resource-definition",
  group: "api-validity",
  severity: "error",
  title: "a CustomResourceDefinition's names or versions do not go together",
  kinds: ["CustomResourceDefinition"],
  run: (object, report) => {
    const {
      annotations,
      data: { spec = {} },
    } = object;
    const { group, names = {}, scope, versions = [] } = spec;
    const {
      plural = "",
      kind = "",
      singular = "",
      listKind = kindNameProblem(kind) === undefined ? `${kind}List` : "",
      shortNames = [],
      categories = [],
    } = names;
    judgeText(report, { path: ["spec", "group"], what: "the group", text: group, problem: groupProblem });
    judgeOneOf(report, { path: ["spec", "scope"], what: "the scope", word: scope, words: ["Cluster", "Namespaced"] });
    for (const [field, text] of Object.entries({ plural, singular, kind, listKind })) {
      const rule = { path: ["spec", "names", field], what: field, text };
      judgeOptionalText(report, {
        ...rule,
        problem: field === "plural" || field === "singular" ? word : kindNameProblem,
      });
    }
    for (const [field, texts] of Object.entries({ shortNames, categories })) {
      texts.forEach((text, index) => {
        judgeText(report, { path: ["spec", "names", field, index], what: "the name", text, problem: word });
      });
    }
    if (names.plural === "") judgeText(report, { path: ["spec", "names", "plural"], what: "plural", text: "" });
    if (names.kind === "") judgeText(report, { path: ["spec", "names", "kind"], what: "kind", text: "" });
    if (spec.preserveUnknownFields === true) {
      const message = "preserveUnknownFields is true, which v1 does not know";
      const fix = "set x-kubernetes-preserve-unknown-fields in the schema";
      report({ path: ["spec", "preserveUnknownFields"], message, fix });
    }
    const wanted = `${plural}.${group ?? ""}`;
    if (plural !== "" && group !== undefined && group !== "") {
      judgeFixedName(report, object, wanted, "the plural and the group");
    }
    const stored = versions.filter(({ storage = false }) => storage);
    if (stored.length !== 1) {
      const message = `${stored.length} versions have storage set to true, and one must`;
      report({ path: ["spec", "versions"], message, fix: "set storage to true in one version" });
    }
    versions.forEach(({ name: text, schema }, index) => {
      const path = ["spec", "versions", index];
      judgeText(report, { path: [...path, "name"], what: "the version's name", text, problem: word });
      const root = schema?.openAPIV3Schema;
      if (root !== undefined) return;
      report({ path: [...path, "schema"], message: "the version has no schema", fix: "write openAPIV3Schema" });
    });
    const all = versions.map(({ name: version }) => version);
    judgeUnique(report, { path: ["spec", "versions"], what: "the version", values: all, field: "name" });
    if (kind !== "" && kind === listKind) {
      const path = ["spec", "names", "listKind"];
      report({ path, message: `listKind is ${listKind}, as kind is`, fix: `write ${kind}List` });
    }
    judgeApproval(report, group, annotations[approval]);
  },
});

const approval = "api-approved.kubernetes.io";

/** The groups of Kubernetes are for what its reviewers have approved. */
function judgeApproval(report: ReportFinding, group = "", value: string | undefined): void {
  if (!/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group)) return;
  if (value?.startsWith("unapproved") === true || /^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(value ?? "")) return;
  const path = ["metadata", "annotations", approval];
  const message = `the group ${group} is one of Kubernetes' own, and the annotation ${approval} names no review`;
  report({ path, message, fix: "write the review's URL, or unapproved and why; or choose a group of your own" });
}

function groupProblem(text: string): string | undefined {
  return dnsSubdomainProblem(text) ?? (text.includes(".") ? undefined : "must be a domain with at least one dot");
}

function word(text: string): string | undefined {
  return dns1035LabelProblem(text);
}
