import { dnsLabelProblem, dnsSubdomainProblem } from "@kit/kube/names";
import { poolNameProblem } from "../../devices/device-names.ts";
import { judgeCounters, judgeDevice } from "../../devices/judge-device.ts";
import { judgeCount } from "../../devices/judge-selectors.ts";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeNodeTerms } from "../../rules/judge-node-terms.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { judgeUnique } from "../../rules/judge-unique.ts";
import { driverNameProblem } from "../../syntax/driver-name.ts";
import type { View } from "../../view/index.ts";

export const resourceSlice = objectCheck({
  id: "resource-slice",
  group: "api-validity",
  severity: "error",
  title: "a ResourceSlice has an invalid driver, pool, node or device",
  kinds: ["ResourceSlice"],
  run: ({ data: { spec } }, report) => {
    if (spec === undefined) return;
    const { driver, pool = {}, devices = [], sharedCounters = [] } = spec;
    judgeText(report, { path: ["spec", "driver"], what: "the driver", text: driver, problem: driverNameProblem });
    const path = ["spec", "pool"];
    judgeText(report, { path: [...path, "name"], what: "the pool's name", text: pool.name, problem: poolNameProblem });
    const count = { path: [...path, "resourceSliceCount"], what: "resourceSliceCount" };
    judgeNumber(report, { ...count, value: pool.resourceSliceCount, from: 1 });
    judgeNumber(report, { path: [...path, "generation"], what: "generation", value: pool.generation, from: 0 });
    judgeNodes(report, spec);
    if (spec.sharedCounters !== undefined && spec.devices !== undefined) {
      const message = "the slice has devices and sharedCounters";
      report({ path: ["spec", "sharedCounters"], message, fix: "write them in a slice of their own" });
    }
    const values = devices.map(({ name }) => name);
    judgeUnique(report, { path: ["spec", "devices"], what: "the device", values, field: "name" });
    const isAdvanced = devices.some(
      ({ taints = [], consumesCounters = [] }) => taints.length + consumesCounters.length > 0,
    );
    judgeCount(report, ["spec", "devices"], devices.length, isAdvanced ? 64 : 128);
    devices.forEach((device, index) => {
      judgeDevice(report, ["spec", "devices", index], device, spec.perDeviceNodeSelection === true);
    });
    const sets = sharedCounters.map(({ name }) => name);
    judgeUnique(report, { path: ["spec", "sharedCounters"], what: "the name", values: sets, field: "name" });
    judgeCount(report, ["spec", "sharedCounters"], sharedCounters.length, 8);
    sharedCounters.forEach(({ name: text, counters }, index) => {
      const place = ["spec", "sharedCounters", index];
      judgeText(report, { path: [...place, "name"], what: "the name", text, problem: dnsLabelProblem });
      judgeCounters(report, [...place, "counters"], counters);
    });
  },
});

type Spec = NonNullable<View<"ResourceSlice">["data"]["spec"]>;

function judgeNodes(report: ReportFinding, spec: Spec): void {
  const { nodeName, nodeSelector, allNodes, perDeviceNodeSelection } = spec;
  for (const [field, value] of Object.entries({ allNodes, perDeviceNodeSelection })) {
    if (value !== false) continue;
    report({ path: ["spec", field], message: `${field} is false`, fix: "remove it, or set it to true" });
  }
  if (nodeName !== undefined) {
    const rule = { path: ["spec", "nodeName"], what: "the node's name", text: nodeName };
    judgeText(report, { ...rule, problem: dnsSubdomainProblem });
  }
  if (nodeSelector !== undefined) {
    const path = ["spec", "nodeSelector"];
    judgeNodeTerms(report, path, nodeSelector);
    const { nodeSelectorTerms: terms = [] } = nodeSelector;
    const message = `${terms.length} terms are there, and one may be`;
    if (terms.length > 1) report({ path: [...path, "nodeSelectorTerms"], message, fix: "write one term" });
  }
  const ways = [nodeName !== undefined, nodeSelector !== undefined, allNodes === true, perDeviceNodeSelection === true];
  const count = ways.filter(Boolean).length;
  if (count === 1) return;
  const message = `the slice says in ${count} ways on which nodes its devices are`;
  report({ path: ["spec"], message, fix: "write one of nodeName, nodeSelector, allNodes, perDeviceNodeSelection" });
}
