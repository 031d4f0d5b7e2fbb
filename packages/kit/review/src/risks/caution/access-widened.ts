import { describeIdentity, type Loose } from "@kit/kube";
import { listAt, textAt } from "../../data.ts";
import { valueText } from "../../judge/fields.ts";
import { defineRisk, type RiskReason } from "../../judge/define-risk.ts";

export const accessWidened = defineRisk({
  id: "access-widened",
  class: "caution",
  title: "somebody may do more in the cluster than before",
  run({ op, id, before, after }) {
    if (id.group !== "rbac.authorization.k8s.io" || op === "removed") return [];
    return id.kind.endsWith("Binding") ? newSubjects(op, before, after) : newRules(op, before, after);
  },
});

function newRules(op: string, before: Loose | undefined, after: Loose | undefined): RiskReason[] {
  const known = new Set(listAt(before, "rules").flatMap(grantsOf));
  const wide = new Set([...known].filter((grant) => grant.includes("*")));
  const come = listAt(after, "rules")
    .flatMap(grantsOf)
    .filter((grant) => !known.has(grant) && !isIn(grant, wide));
  if (come.length === 0) return [];
  const shown = come.slice(0, 3).join(", ") + (come.length > 3 ? `, and ${come.length - 3} more` : "");
  return [
    {
      ...(op === "changed" || op === "renamed" ? { paths: ["rules"] } : {}),
      reason: `the role now allows ${shown}`,
      consequence: "whoever is bound to it may do that at once",
    },
  ];
}

/** `get pods`, `list deployments.apps`: one for each thing that a rule allows. */
function grantsOf(rule: unknown): string[] {
  const names = listAt(rule, "resourceNames").map(String);
  const only = names.length === 0 ? "" : ` ${names.toSorted().join("/")}`;
  const groups = listAt(rule, "apiGroups").map(String);
  const targets = [
    ...listAt(rule, "resources").flatMap((one) =>
      groups.map((group) => `${String(one)}${group === "" ? "" : `.${group}`}`),
    ),
    ...listAt(rule, "nonResourceURLs").map(String),
  ];
  return listAt(rule, "verbs").flatMap((verb) => targets.map((target) => `${String(verb)} ${target}${only}`));
}

function isIn(grant: string, wide: ReadonlySet<string>): boolean {
  const [verb = "", target = ""] = grant.split(" ");
  return [`* ${target}`, `${verb} *`, `* *`, "* *.*", `${verb} *.*`].some((one) => wide.has(one));
}

function newSubjects(op: string, before: Loose | undefined, after: Loose | undefined): RiskReason[] {
  const known = new Set(listAt(before, "subjects").map(subjectText));
  const come = listAt(after, "subjects")
    .map(subjectText)
    .filter((subject) => !known.has(subject));
  const role = valueText(textAt(after, "roleRef", "name"));
  return come.map((subject) => ({
    ...(op === "changed" || op === "renamed" ? { paths: ["subjects"] } : {}),
    reason: `${subject} gets the role ${role}`,
    consequence: "it may do at once what the role allows",
  }));
}

function subjectText(subject: unknown): string {
  const [kind = "", name = "", namespace] = ["kind", "name", "namespace"].map((field) => textAt(subject, field));
  return describeIdentity({ kind, namespace, name });
}
