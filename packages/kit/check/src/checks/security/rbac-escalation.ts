import { ruleCheck, verbsOn, type Rule } from "../../rbac.ts";

const writing = ["create", "update", "patch"];
/** What gives more rights than a rule names: group, resource, verbs. */
const ways: readonly (readonly [group: string, resource: string, verbs: readonly string[]])[] = [
  ["", "serviceaccounts/token", ["create"]],
  ["admissionregistration.k8s.io", "mutatingwebhookconfigurations", writing],
  ["admissionregistration.k8s.io", "validatingwebhookconfigurations", writing],
  ["certificates.k8s.io", "certificatesigningrequests/approval", ["update", "patch"]],
  ["certificates.k8s.io", "signers", ["approve", "sign"]],
];
const verbs: ReadonlySet<string> = new Set(["bind", "escalate", "impersonate"]);

export const rbacEscalation = ruleCheck({
  id: "rbac-escalation",
  title: "a role may get rights that it does not name",
  run: (rule) => {
    if ((rule.resourceNames ?? []).length > 0) return undefined;
    const found = [...(rule.verbs ?? []).filter((verb) => verbs.has(verb)), ...waysOf(rule)];
    if (found.length === 0) return undefined;
    const message = `the rule may get rights that it does not name: ${found.join(", ")}`;
    return { message, fix: "leave it out, or name in resourceNames what it is for" };
  },
});

function waysOf(rule: Rule): string[] {
  return ways
    .filter(([group, resource, given]) => verbsOn(rule, group, resource, given).length > 0)
    .map(([, resource]) => resource);
}
