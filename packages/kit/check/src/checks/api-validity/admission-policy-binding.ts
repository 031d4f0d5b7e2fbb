import { dnsSubdomainProblem, pathSegmentProblem } from "@kit/kube/names";
import { judgeMatchResources, judgeMutatedOperations } from "../../admission/admission-rules.ts";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeLabelSelector } from "../../rules/judge-labels.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import { isKind, type Selector } from "../../view/index.ts";

export const admissionPolicyBinding = objectCheck({
  id: "admission-policy-binding",
  group: "api-validity",
  severity: "error",
  title: "a binding of an admission policy names no policy, parameters or actions",
  kinds: ["MutatingAdmissionPolicyBinding", "ValidatingAdmissionPolicyBinding"],
  run: (binding, report) => {
    const { policyName: text, paramRef, matchResources } = binding.data.spec ?? {};
    judgeText(report, { path: ["spec", "policyName"], what: "the policyName", text, problem: dnsSubdomainProblem });
    if (paramRef !== undefined) judgeParamRef(report, paramRef);
    judgeMatchResources(report, ["spec", "matchResources"], matchResources);
    if (isKind(binding, "MutatingAdmissionPolicyBinding")) {
      judgeMutatedOperations(report, ["spec", "matchResources"], matchResources);
    } else if (isKind(binding, "ValidatingAdmissionPolicyBinding")) {
      judgeActions(report, binding.data.spec?.validationActions);
    }
  },
});

interface ParamRef {
  readonly name?: string | undefined;
  readonly selector?: Selector | undefined;
  readonly parameterNotFoundAction?: string | undefined;
}

function judgeParamRef(report: ReportFinding, { name = "", selector, parameterNotFoundAction: word }: ParamRef): void {
  const path = ["spec", "paramRef"];
  judgeOptionalText(report, { path: [...path, "name"], what: "the name", text: name, problem: pathSegmentProblem });
  judgeLabelSelector(report, [...path, "selector"], selector);
  if ((name === "") === (selector === undefined)) {
    const message = name === "" ? "paramRef has neither name nor selector" : "paramRef has name and selector";
    report({ path, message, fix: "write one of the two" });
  }
  const rule = { path: [...path, "parameterNotFoundAction"], what: "parameterNotFoundAction" };
  if (word === undefined || word === "") judgeText(report, { ...rule, text: word });
  else judgeOneOf(report, { ...rule, word, words: ["Allow", "Deny"] });
}

function judgeActions(report: ReportFinding, actions: readonly string[] = []): void {
  const path = ["spec", "validationActions"];
  if (actions.length === 0) report({ path, message: "the actions are missing", fix: "write Deny, Warn or Audit" });
  if (!actions.includes("Deny") || !actions.includes("Warn")) return;
  report({ path, message: "Deny and Warn are there, which say the same twice", fix: "remove one of them" });
}
