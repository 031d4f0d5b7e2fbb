import { dnsLabelProblem, dnsSubdomainProblem, labelValueProblem, qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { judgeOptionalText, judgeText } from "../rules/judge-text.ts";
import { judgeUnique } from "../rules/judge-unique.ts";
import type { View } from "../view/index.ts";
import { qualifiedDeviceNameProblem } from "./device-names.ts";
import { judgeCount, judgeDeviceConfig, judgeSelectors } from "./judge-selectors.ts";

type ClaimSpec = NonNullable<View<"ResourceClaim">["data"]["spec"]>;
type Claim = NonNullable<ClaimSpec["devices"]>;
type Request = NonNullable<Claim["requests"]>[number];
type Exact = NonNullable<Request["exactly"]>;

/** Reports what a claim asks for, where that is not to be had. pkg/apis/resource/validation. */
export function judgeDeviceClaim(report: ReportFinding, path: Path, claim: Claim): void {
  const { requests = [], constraints = [], config = [] } = claim;
  const place = [...path, "requests"];
  judgeCount(report, place, requests.length, 32);
  judgeUnique(report, { path: place, what: "the name", values: requests.map(({ name }) => name), field: "name" });
  requests.forEach((request, index) => judgeRequest(report, [...place, index], request));
  const names = namesOf(requests);
  judgeCount(report, [...path, "constraints"], constraints.length, 32);
  constraints.forEach(({ requests: used, matchAttribute, distinctAttribute }, index) => {
    const at = [...path, "constraints", index];
    judgeNames(report, [...at, "requests"], used, names);
    const problem = qualifiedDeviceNameProblem;
    // The server reads the second only without the first.
    const field = matchAttribute === undefined ? "distinctAttribute" : "matchAttribute";
    const text = matchAttribute ?? distinctAttribute;
    if (text !== undefined) judgeText(report, { path: [...at, field], what: "the attribute", text, problem });
    if (text !== undefined) return;
    report({ path: at, message: "the constraint has no attribute", fix: "write matchAttribute" });
  });
  judgeCount(report, [...path, "config"], config.length, 32);
  config.forEach((one, index) => {
    judgeNames(report, [...path, "config", index, "requests"], one.requests, names);
    judgeDeviceConfig(report, [...path, "config", index], one);
  });
}

function judgeRequest(report: ReportFinding, path: Path, { name: text, exactly, firstAvailable = [] }: Request): void {
  judgeText(report, { path: [...path, "name"], what: "the request's name", text, problem: dnsLabelProblem });
  if ((exactly === undefined) === (firstAvailable.length === 0)) {
    const message =
      exactly === undefined ? "the request asks for nothing" : "the request has exactly and firstAvailable";
    report({ path, message, fix: "write exactly or firstAvailable" });
    return;
  }
  if (exactly !== undefined) judgeExact(report, [...path, "exactly"], exactly);
  const place = [...path, "firstAvailable"];
  judgeCount(report, place, firstAvailable.length, 8);
  judgeUnique(report, { path: place, what: "the name", values: firstAvailable.map(({ name }) => name), field: "name" });
  firstAvailable.forEach(({ name, ...one }, index) => {
    const rule = { path: [...place, index, "name"], what: "the name", text: name, problem: dnsLabelProblem };
    judgeText(report, rule);
    judgeExact(report, [...place, index], one);
  });
}

function judgeExact(report: ReportFinding, path: Path, request: Exact): void {
  const { deviceClassName: text, selectors, allocationMode: mode = "", count = 0, tolerations = [] } = request;
  judgeText(report, { path: [...path, "deviceClassName"], what: "the class", text, problem: dnsSubdomainProblem });
  judgeSelectors(report, [...path, "selectors"], selectors);
  const isAll = mode === "All";
  // The server fills in one device.
  if (isAll ? count !== 0 : count < 0) {
    const message = isAll ? `the count is ${count}, and the allocationMode is All` : `the count is ${count}`;
    report({ path: [...path, "count"], message, fix: isAll ? "remove the count" : "write how many devices it takes" });
  }
  judgeCount(report, [...path, "tolerations"], tolerations.length, 16);
  tolerations.forEach(({ key, operator = "Equal", value = "" }, index) => {
    const place = [...path, "tolerations", index];
    judgeOptionalText(report, { path: [...place, "key"], what: "the key", text: key, problem: qualifiedNameProblem });
    const rule = { path: [...place, "value"], what: "the value", text: value, problem: labelValueProblem };
    if (operator === "Equal") judgeOptionalText(report, rule);
    if (operator !== "Exists" || value === "") return;
    report({ path: rule.path, message: "the operator is Exists, and there is a value", fix: "remove the value" });
  });
}

function namesOf(requests: readonly Request[]): ReadonlySet<string> {
  return new Set(
    requests.flatMap(({ name = "", firstAvailable = [] }) => [
      name,
      ...firstAvailable.map(({ name: other = "" }) => `${name}/${other}`),
    ]),
  );
}

function judgeNames(report: ReportFinding, path: Path, used: readonly string[] = [], names: ReadonlySet<string>): void {
  judgeUnique(report, { path, what: "the request", values: used });
  const problem = (name: string): string | undefined => (names.has(name) ? undefined : "is not a request of the claim");
  used.forEach((text, index) => {
    judgeText(report, { path: [...path, index], what: "the request", text, problem });
  });
}
