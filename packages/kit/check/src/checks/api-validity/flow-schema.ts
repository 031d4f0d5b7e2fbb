import { dnsLabelProblem, dnsSubdomainProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { fixedFlowSchemas, judgeFixed } from "../../rules/judge-fixed.ts";
import { judgeAll } from "../../rules/judge-all.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";
import type { View } from "../../view/index.ts";

export const flowSchema = objectCheck({
  id: "flow-schema",
  group: "api-validity",
  severity: "error",
  title: "a FlowSchema has an invalid precedence, subject or rule",
  kinds: ["FlowSchema"],
  run: ({ name, data: { spec = {} } }, report) => {
    const {
      matchingPrecedence: value = 0,
      priorityLevelConfiguration: level,
      distinguisherMethod: method,
      rules = [],
    } = spec;
    const precedence = { path: ["spec", "matchingPrecedence"], what: "matchingPrecedence" };
    judgeNumber(report, { ...precedence, value: value || 1000, from: name === "exempt" ? 1 : 2, to: 10_000 });
    judgeFixed(report, fixedFlowSchemas[name], spec, name);
    const place = ["spec", "priorityLevelConfiguration", "name"];
    judgeText(report, { path: place, what: "the priority level", text: level?.name, problem: dnsSubdomainProblem });
    if (method !== undefined) {
      const rule = { path: ["spec", "distinguisherMethod", "type"], what: "the distinguisherMethod" };
      if (method.type === undefined || method.type === "") judgeText(report, { ...rule, text: method.type });
      else judgeOneOf(report, { ...rule, word: method.type, words: ["ByUser", "ByNamespace"] });
    }
    rules.forEach((rule, index) => judgeRule(report, ["spec", "rules", index], rule));
  },
});

type Rule = NonNullable<NonNullable<View<"FlowSchema">["data"]["spec"]>["rules"]>[number];
type Subject = NonNullable<Rule["subjects"]>[number];

function judgeRule(report: ReportFinding, path: Path, rule: Rule): void {
  const { subjects = [], resourceRules = [], nonResourceRules = [] } = rule;
  if (subjects.length === 0) {
    report({ path: [...path, "subjects"], message: "the rule has no subjects", fix: "write whose requests it is for" });
  }
  if (resourceRules.length + nonResourceRules.length === 0) {
    const message = "the rule has neither resourceRules nor nonResourceRules";
    report({ path, message, fix: "write which requests it is for" });
  }
  subjects.forEach((subject, index) => judgeSubject(report, [...path, "subjects", index], subject));
  resourceRules.forEach(({ verbs, apiGroups, resources, namespaces = [], clusterScope = false }, index) => {
    const place = [...path, "resourceRules", index];
    judgeVerbs(report, [...place, "verbs"], verbs);
    judgeAll(report, { path: [...place, "apiGroups"], what: "API groups", names: apiGroups });
    judgeAll(report, { path: [...place, "resources"], what: "resources", names: resources });
    const at = [...place, "namespaces"];
    if (namespaces.length > 0 || !clusterScope) judgeAll(report, { path: at, what: "namespaces", names: namespaces });
    if (namespaces.includes("*")) return;
    namespaces.forEach((text, one) => {
      judgeText(report, { path: [...at, one], what: "the namespace", text, problem: dnsLabelProblem });
    });
  });
  nonResourceRules.forEach(({ verbs, nonResourceURLs: urls = [] }, index) => {
    const place = [...path, "nonResourceRules", index];
    judgeVerbs(report, [...place, "verbs"], verbs);
    const at = [...place, "nonResourceURLs"];
    judgeAll(report, { path: at, what: "URLs", names: urls });
    if (urls.includes("*")) return;
    urls.forEach((text, one) => judgeText(report, { path: [...at, one], what: "the URL", text, problem: urlProblem }));
  });
}

const fieldOfKind: Readonly<Record<string, "user" | "group" | "serviceAccount">> = {
  User: "user",
  Group: "group",
  ServiceAccount: "serviceAccount",
};

function judgeSubject(report: ReportFinding, path: Path, { kind, ...subject }: Subject): void {
  const rule = { path: [...path, "kind"], what: "the subject's kind" };
  if (kind === undefined) judgeText(report, { ...rule, text: kind });
  else judgeOneOf(report, { ...rule, word: kind, words: Object.keys(fieldOfKind) });
  if (kind === undefined || !Object.hasOwn(fieldOfKind, kind)) return;
  const wanted = fieldOfKind[kind]!;
  for (const field of Object.values(fieldOfKind)) {
    if (field === wanted || subject[field] === undefined) continue;
    report({ path: [...path, field], message: `${field} is there, and the kind is ${kind}`, fix: `remove ${field}` });
  }
  const { [wanted]: one } = subject;
  if (one === undefined) {
    report({
      path: [...path, wanted],
      message: `${wanted} is missing, and the kind is ${kind}`,
      fix: `write ${wanted}`,
    });
    return;
  }
  const place = [...path, wanted];
  if (wanted !== "serviceAccount") {
    judgeText(report, { path: [...place, "name"], what: "the name", text: one.name });
    return;
  }
  const { name: text, namespace } = subject.serviceAccount!;
  judgeText(report, { path: [...place, "name"], what: "the name", text, problem: accountProblem });
  const inNamespace = { path: [...place, "namespace"], what: "the namespace", text: namespace };
  judgeText(report, { ...inNamespace, problem: dnsLabelProblem });
}

function accountProblem(name: string): string | undefined {
  return name === "*" ? undefined : dnsSubdomainProblem(name);
}

const known = ["get", "list", "create", "update", "delete", "deletecollection", "patch", "watch", "proxy"];

function judgeVerbs(report: ReportFinding, path: Path, verbs: readonly string[] = []): void {
  judgeAll(report, { path, what: "verbs", names: verbs });
  if (verbs.includes("*")) return;
  verbs.forEach((word, index) => {
    judgeOneOf(report, { path: [...path, index], what: "the verb", word, words: known });
  });
}

function urlProblem(text: string): string | undefined {
  if (text === "/") return undefined;
  if (!text.startsWith("/")) return "must begin with a slash";
  if (text.includes(" ")) return "must not have a blank";
  if (text.includes("//")) return "must not have two slashes together";
  return /^[^*]*(?:\/\*)?$/.test(text) ? undefined : "may have one *, as its last part";
}
