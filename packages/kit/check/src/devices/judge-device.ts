import { dnsLabelProblem, dnsSubdomainProblem, labelValueProblem, qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { judgeNodeTerms } from "../rules/judge-node-terms.ts";
import { judgeOptionalText, judgeText } from "../rules/judge-text.ts";
import { judgeUnique } from "../rules/judge-unique.ts";
import type { View } from "../view/index.ts";
import { deviceNameProblem } from "./device-names.ts";
import { judgeCount } from "./judge-selectors.ts";

type SliceSpec = NonNullable<View<"ResourceSlice">["data"]["spec"]>;
type Device = NonNullable<SliceSpec["devices"]>[number];
type Capacities = Readonly<Record<string, { readonly requestPolicy?: object | undefined }>>;
type Counters = Readonly<Record<string, unknown>> | undefined;

// semver.org, as the API server has it.
const identifier = String.raw`(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const version = new RegExp(
  String.raw`^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-${identifier}(?:\.${identifier})*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$`,
);

/** Reports a device of a slice that cannot be one. pkg/apis/resource/validation. */
export function judgeDevice(report: ReportFinding, path: Path, device: Device, hasOwnNodes: boolean): void {
  const { name: text, attributes = {}, capacity = {}, taints = [], consumesCounters = [] } = device;
  judgeText(report, { path: [...path, "name"], what: "the device's name", text, problem: dnsLabelProblem });
  judgeCount(report, path, Object.keys(attributes).length + Object.keys(capacity).length, 32);
  for (const [field, map] of Object.entries({ attributes, capacity })) {
    for (const name of Object.keys(map)) {
      judgeText(report, { path: [...path, field, name], what: "the name", text: name, problem: deviceNameProblem });
    }
  }
  for (const [name, attribute] of Object.entries(attributes)) {
    judgeAttribute(report, [...path, "attributes", name], attribute as Attribute);
  }
  for (const [name, { requestPolicy }] of Object.entries(capacity as Capacities)) {
    if (requestPolicy === undefined || device.allowMultipleAllocations === true) continue;
    const message = "requestPolicy is there, and allowMultipleAllocations is not true";
    report({ path: [...path, "capacity", name, "requestPolicy"], message, fix: "remove it" });
  }
  judgeCount(report, [...path, "taints"], taints.length, 16);
  taints.forEach(({ key, value }, index) => {
    const place = [...path, "taints", index];
    judgeText(report, { path: [...place, "key"], what: "the key", text: key, problem: qualifiedNameProblem });
    judgeOptionalText(report, {
      path: [...place, "value"],
      what: "the value",
      text: value,
      problem: labelValueProblem,
    });
  });
  const place = [...path, "consumesCounters"];
  const sets = consumesCounters.map(({ counterSet }) => counterSet);
  judgeUnique(report, { path: place, what: "the counterSet", values: sets, field: "counterSet" });
  judgeCount(report, place, sets.length, 2);
  consumesCounters.forEach(({ counterSet, counters }, index) => {
    const rule = { path: [...place, index, "counterSet"], what: "the counterSet", text: counterSet };
    judgeText(report, { ...rule, problem: dnsLabelProblem });
    judgeCounters(report, [...place, index, "counters"], counters);
  });
  judgeConditions(report, path, device);
  judgeNodes(report, path, device, hasOwnNodes);
}

/** What has to be, and what must not be, before a device is used. */
function judgeConditions(report: ReportFinding, path: Path, device: Device): void {
  const { bindingConditions = [], bindingFailureConditions = [] } = device;
  for (const [field, texts] of Object.entries({ bindingConditions, bindingFailureConditions })) {
    const place = [...path, field];
    judgeCount(report, place, texts.length, 4);
    judgeUnique(report, { path: place, what: "the condition", values: texts });
    texts.forEach((text, index) => {
      judgeText(report, { path: [...place, index], what: "the condition", text, problem: qualifiedNameProblem });
    });
  }
  const both = bindingConditions.find((one) => bindingFailureConditions.includes(one));
  const isHalf = (bindingConditions.length === 0) !== (bindingFailureConditions.length === 0);
  if (both === undefined && !isHalf) return;
  const message = isHalf
    ? "one of bindingConditions and bindingFailureConditions is there without the other"
    : `${both} is in bindingConditions and in bindingFailureConditions`;
  report({ path: [...path, "bindingFailureConditions"], message, fix: "write both, and each condition once" });
}

/** Reports counters that are missing or misnamed. */
export function judgeCounters(report: ReportFinding, path: Path, counters: Counters = {}): void {
  const names = Object.keys(counters);
  if (names.length === 0) report({ path, message: "the counters are missing", fix: "write at least one" });
  judgeCount(report, path, names.length, 32);
  for (const text of names) {
    judgeText(report, { path: [...path, text], what: "the counter", text, problem: dnsLabelProblem });
  }
}

type Attribute = Readonly<Record<string, unknown>>;

function judgeAttribute(report: ReportFinding, path: Path, attribute: Attribute): void {
  const fields = Object.keys(attribute).filter((field) => attribute[field] !== undefined);
  // Lists are behind a gate: where it is shut, the server does not read them.
  const single = fields.filter((field) => !field.endsWith("s"));
  if (fields.length === 0 || single.length > 1) {
    const message = fields.length === 0 ? "the attribute has no value" : `the attribute has ${single.join(" and ")}`;
    report({ path, message, fix: "write one value" });
  }
  for (const field of ["string", "version"]) {
    const text = attribute[field];
    if (typeof text !== "string") continue;
    const problem = field === "version" && !version.test(text) ? "must be a version such as 1.2.3" : undefined;
    const reason = text.length > 64 ? "must have at most 64 characters" : problem;
    if (reason === undefined) continue;
    const message = `the value ${JSON.stringify(text)} ${reason}`;
    report({ path: [...path, field], message, fix: "correct the value" });
  }
}

function judgeNodes(report: ReportFinding, path: Path, device: Device, hasOwnNodes: boolean): void {
  const { nodeName, nodeSelector, allNodes } = device;
  const fields = Object.entries({ nodeName, nodeSelector, allNodes }).filter(([, value]) => value !== undefined);
  if (!hasOwnNodes) {
    if (fields.length === 0) return;
    const message = `${fields[0]![0]} is there, and perDeviceNodeSelection is not true`;
    report({ path: [...path, fields[0]![0]], message, fix: "remove it, or set perDeviceNodeSelection" });
    return;
  }
  if (fields.length !== 1) {
    const message = `the device says in ${fields.length} ways on which nodes it is`;
    report({ path, message, fix: "write nodeName, nodeSelector or allNodes" });
  }
  judgeOptionalText(report, {
    path: [...path, "nodeName"],
    what: "the node",
    text: nodeName,
    problem: dnsSubdomainProblem,
  });
  if (nodeSelector !== undefined) judgeNodeTerms(report, [...path, "nodeSelector"], nodeSelector);
}
