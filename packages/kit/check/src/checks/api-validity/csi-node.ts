import { qualifiedNameProblem } from "@kit/kube/names";
import { byteLength } from "../../byte-length.ts";
import { objectCheck } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { judgeUnique } from "../../rules/judge-unique.ts";
import { driverNameProblem } from "../../syntax/driver-name.ts";

export const csiNode = objectCheck({
  id: "csi-node",
  group: "api-validity",
  severity: "error",
  title: "a CSINode has a driver with an invalid name, node or key",
  kinds: ["CSINode"],
  run: ({ data: { spec: { drivers = [] } = {} } }, report) => {
    drivers.forEach(({ name, nodeID, topologyKeys = [], allocatable }, index) => {
      const path = ["spec", "drivers", index];
      judgeText(report, { path: [...path, "name"], what: "the driver's name", text: name, problem: driverNameProblem });
      judgeText(report, { path: [...path, "nodeID"], what: "the nodeID", text: nodeID, problem: nodeIdProblem });
      const place = [...path, "topologyKeys"];
      judgeUnique(report, { path: place, what: "the key", values: topologyKeys });
      topologyKeys.forEach((text, at) => {
        judgeText(report, { path: [...place, at], what: "the key", text, problem: qualifiedNameProblem });
      });
      const count = { path: [...path, "allocatable", "count"], what: "the count", value: allocatable?.count };
      judgeNumber(report, { ...count, from: 0 });
    });
  },
});

function nodeIdProblem(text: string): string | undefined {
  return byteLength(text) > 256 ? "must have at most 256 characters" : undefined;
}
