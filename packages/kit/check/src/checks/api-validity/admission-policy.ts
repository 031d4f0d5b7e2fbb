import { dns1035LabelProblem, dnsSubdomainProblem, qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { judgeMatchResources, judgeMutatedOperations } from "../../admission/admission-rules.ts";
import { judgeMatchConditions } from "../../admission/match-conditions.ts";
import { policyVariables } from "../../admission/policy-variables.ts";
import { admissionScope, type AdmissionScope } from "../../admission/admission-scope.ts";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeExpression } from "../../rules/judge-expression.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { judgeUnique } from "../../rules/judge-unique.ts";
import { kindNameProblem } from "../../syntax/any-case.ts";
import { isKind, type View } from "../../view/index.ts";

export const admissionPolicy = objectCheck({
  id: "admission-policy",
  group: "api-validity",
  severity: "error",
  title: "an admission policy matches nothing, or has an invalid expression",
  kinds: ["MutatingAdmissionPolicy", "ValidatingAdmissionPolicy"],
  run: (policy, report) => {
    const { paramKind, matchConstraints, matchConditions, variables } = policy.data.spec ?? {};
    const params = paramKind !== undefined;
    if (params) judgeParamKind(report, paramKind);
    const match = ["spec", "matchConstraints"];
    judgeMatchResources(report, match, matchConstraints);
    if ((matchConstraints?.resourceRules ?? []).length === 0) {
      report({ path: [...match, "resourceRules"], message: "the policy matches no resource", fix: "write a rule" });
    }
    judgeMatchConditions(report, ["spec", "matchConditions"], matchConditions, params);
    const scope = { params, authorizer: true };
    const own = policyVariables(report, ["spec", "variables"], variables, scope);
    if (isKind(policy, "ValidatingAdmissionPolicy")) {
      // Without variables, the name is not declared.
      judgeValidations(policy, report, {
        ...scope,
        variables: own.size > 0 || variables !== undefined ? own : undefined,
      });
    } else if (isKind(policy, "MutatingAdmissionPolicy")) {
      judgeMutations(policy, report, { ...scope, variables: own, patches: true });
      judgeMutatedOperations(report, match, matchConstraints);
    }
  },
});

function judgeParamKind(
  report: ReportFinding,
  { apiVersion = "", kind }: { readonly apiVersion?: string | undefined; readonly kind?: string | undefined },
): void {
  const path = ["spec", "paramKind"];
  judgeText(report, { path: [...path, "kind"], what: "the kind", text: kind, problem: kindNameProblem });
  judgeText(report, {
    path: [...path, "apiVersion"],
    what: "the apiVersion",
    text: apiVersion,
    problem: versionProblem,
  });
}

function versionProblem(text: string): string | undefined {
  const parts = text.split("/");
  if (parts.length > 2) return "must have at most one slash";
  const version = parts.at(-1)!;
  const inGroup = parts.length === 2 && parts[0] !== "" ? dnsSubdomainProblem(parts[0]!) : undefined;
  return inGroup ?? dns1035LabelProblem(version);
}

function judgeValidations(
  { name, data: { spec = {} } }: View<"ValidatingAdmissionPolicy">,
  report: ReportFinding,
  scope: AdmissionScope,
): void {
  const { validations = [], auditAnnotations = [] } = spec;
  if (validations.length + auditAnnotations.length === 0) {
    const message = "the policy has neither validations nor auditAnnotations";
    report({ path: ["spec", "validations"], message, fix: "write a validation" });
  }
  const whole = admissionScope(scope);
  validations.forEach(({ expression, message = "", messageExpression = "", reason }, index) => {
    const path = ["spec", "validations", index];
    judgeWritten(report, [...path, "expression"], expression, () =>
      judgeExpression(report, {
        path: [...path, "expression"],
        what: "the expression",
        text: expression!,
        scope: whole,
        gives: ["bool"],
      }),
    );
    if (messageExpression !== "") {
      const place = [...path, "messageExpression"];
      const inMessage = admissionScope({ ...scope, authorizer: false });
      judgeWritten(report, place, messageExpression, () =>
        judgeExpression(report, {
          path: place,
          what: "the messageExpression",
          text: messageExpression,
          scope: inMessage,
          gives: ["string"],
        }),
      );
    }
    const problem =
      message === ""
        ? undefined
        : message.trim() === ""
          ? "is blank"
          : /[\n\r]/.test(message.trim())
            ? "has a line break"
            : undefined;
    if (problem !== undefined) {
      report({ path: [...path, "message"], message: `the message ${problem}`, fix: "write it on one line" });
    }
    const words = ["Forbidden", "Invalid", "RequestEntityTooLarge"];
    judgeOneOf(report, { path: [...path, "reason"], what: "the reason", word: reason, words });
  });
  const path = ["spec", "auditAnnotations"];
  judgeUnique(report, { path, what: "the key", values: auditAnnotations.map(({ key }) => key), field: "key" });
  auditAnnotations.forEach(({ key = "", valueExpression: text }, index) => {
    const problem = qualifiedNameProblem(`${name}/${key}`);
    if (problem !== undefined) {
      report({
        path: [...path, index, "key"],
        message: `the key ${JSON.stringify(key)} ${problem}`,
        fix: "correct the key",
      });
    }
    const place = [...path, index, "valueExpression"];
    judgeWritten(report, place, text, () =>
      judgeExpression(report, {
        path: place,
        what: "the valueExpression",
        text: text!,
        scope: whole,
        gives: ["string", "null"],
      }),
    );
  });
  if (auditAnnotations.length > 20) {
    report({ path, message: `${auditAnnotations.length} are there, and 20 may be`, fix: "remove some of them" });
  }
}

function judgeMutations(
  { data: { spec = {} } }: View<"MutatingAdmissionPolicy">,
  report: ReportFinding,
  scope: AdmissionScope,
): void {
  const { mutations = [], reinvocationPolicy } = spec;
  const path = ["spec", "mutations"];
  if (mutations.length === 0) report({ path, message: "the policy has no mutations", fix: "write a mutation" });
  if (reinvocationPolicy === undefined) {
    const place = ["spec", "reinvocationPolicy"];
    report({ path: place, message: "the reinvocationPolicy is missing", fix: "write Never or IfNeeded" });
  }
  const whole = admissionScope(scope);
  mutations.forEach(({ patchType, applyConfiguration, jsonPatch }, index) => {
    const isPatch = patchType === "JSONPatch";
    const [field, other] = isPatch
      ? (["jsonPatch", "applyConfiguration"] as const)
      : (["applyConfiguration", "jsonPatch"] as const);
    const [one, another] = isPatch ? [jsonPatch, applyConfiguration] : [applyConfiguration, jsonPatch];
    if (patchType === undefined)
      judgeText(report, { path: [...path, index, "patchType"], what: "the patchType", text: patchType });
    if (patchType !== "JSONPatch" && patchType !== "ApplyConfiguration") return;
    const place = [...path, index, field];
    if (another !== undefined) {
      report({
        path: [...path, index, other],
        message: `${other} is there, and the patchType is ${patchType}`,
        fix: `remove ${other}`,
      });
    }
    if (one === undefined) {
      report({ path: place, message: `${field} is missing, and the patchType is ${patchType}`, fix: `write ${field}` });
      return;
    }
    const { expression: text } = one;
    const gives = isPatch ? ["list"] : ["Object"];
    const at = [...place, "expression"];
    judgeWritten(report, at, text, () =>
      judgeExpression(report, { path: at, what: "the expression", text: text!, scope: whole, gives }),
    );
  });
}

function judgeWritten(report: ReportFinding, path: Path, text: string | undefined, judge: () => void): void {
  if ((text ?? "").trim() !== "") judge();
  else judgeText(report, { path, what: "the expression", text: "" });
}
