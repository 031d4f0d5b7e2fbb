import { dnsSubdomainProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { driverNameProblem } from "../../syntax/driver-name.ts";
import { judgeVolumeSpec } from "../../volumes/judge-volume-spec.ts";

export const volumeAttachment = objectCheck({
  id: "volume-attachment",
  group: "api-validity",
  severity: "error",
  title: "a VolumeAttachment has an invalid driver, node or volume",
  kinds: ["VolumeAttachment"],
  run: ({ name, data: { spec } }, report) => {
    if (spec === undefined) return;
    const { attacher, nodeName, source } = spec;
    judgeText(report, { path: ["spec", "attacher"], what: "the attacher", text: attacher, problem: driverNameProblem });
    judgeText(report, {
      path: ["spec", "nodeName"],
      what: "the node's name",
      text: nodeName,
      problem: dnsSubdomainProblem,
    });
    const { persistentVolumeName: text, inlineVolumeSpec: inline } = source ?? {};
    const path = ["spec", "source"];
    if ((text === undefined) === (inline === undefined)) {
      const message = text === undefined ? "the source names no volume" : "the source has a volume's name and its spec";
      report({ path, message, fix: "write persistentVolumeName" });
    }
    const place = [...path, "persistentVolumeName"];
    if (text !== undefined)
      judgeText(report, { path: place, what: "the volume's name", text, problem: dnsSubdomainProblem });
    else if (inline !== undefined)
      judgeVolumeSpec(report, [...path, "inlineVolumeSpec"], inline, { name, isInline: true });
  },
});
