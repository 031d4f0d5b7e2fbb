import { dnsSubdomainProblem, pathSegmentProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { isKind, type View } from "../../view/index.ts";

export const roleBinding = objectCheck({
  id: "role-binding",
  group: "api-validity",
  severity: "error",
  title: "a binding names no role, or a subject that cannot exist",
  standsFor: ["role-binding-target-missing"],
  kinds: ["ClusterRoleBinding", "RoleBinding"],
  run: (object, report) => {
    const isOfCluster = isKind(object, "ClusterRoleBinding");
    const { roleRef = {}, subjects = [] } = object.data;
    const kinds = isOfCluster ? ["ClusterRole"] : ["Role", "ClusterRole"];
    const kind = { path: ["roleRef", "kind"], what: "the role's kind", word: roleRef.kind };
    judgeOneOf(report, { ...kind, words: kinds });
    const name = { path: ["roleRef", "name"], what: "the role's name", text: roleRef.name };
    judgeText(report, { ...name, problem: pathSegmentProblem });
    const group = { path: ["roleRef", "apiGroup"], what: "the role's apiGroup", word: roleRef.apiGroup || undefined };
    judgeOneOf(report, { ...group, words: [rbac] });
    subjects.forEach((subject, index) => judgeSubject(subject, isOfCluster, ["subjects", index], report));
  },
});

const rbac = "rbac.authorization.k8s.io";

type Subject = NonNullable<View<"RoleBinding">["data"]["subjects"]>[number];

function judgeSubject(subject: Subject, isOfCluster: boolean, path: Path, report: ReportFinding): void {
  const { kind, name, namespace = "", apiGroup = "" } = subject;
  const isAccount = kind === "ServiceAccount";
  const words = ["ServiceAccount", "User", "Group"];
  judgeOneOf(report, { path: [...path, "kind"], what: "the subject's kind", word: kind, words });
  const rule = { path: [...path, "name"], what: "the subject's name", text: name };
  judgeText(report, isAccount ? { ...rule, problem: dnsSubdomainProblem } : rule);
  if (apiGroup !== "" && words.includes(kind ?? "") && (isAccount || apiGroup !== rbac)) {
    const message = `the subject's apiGroup is ${JSON.stringify(apiGroup)}, and that of a ${kind} is ${isAccount ? "empty" : rbac}`;
    report({ path: [...path, "apiGroup"], message, fix: "leave it out" });
  }
  if (!isAccount || !isOfCluster || namespace !== "") return;
  const message = "the service account has no namespace, which a ClusterRoleBinding does not give it";
  report({ path: [...path, "namespace"], message, fix: "write the service account's namespace" });
}
