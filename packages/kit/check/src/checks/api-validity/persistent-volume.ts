import { dnsSubdomainProblem, qualifiedNameProblem } from "@kit/kube/names";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { amountOf } from "../../pods/resources.ts";
import { judgeAccessModes } from "../../rules/judge-access-modes.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import { noStepsBackProblem } from "../../syntax/file-path.ts";
import type { View } from "../../view/index.ts";

export const persistentVolume = objectCheck({
  id: "persistent-volume",
  group: "api-validity",
  severity: "error",
  title: "a PersistentVolume has no size, no access mode or not one source",
  kinds: ["PersistentVolume"],
  run: ({ data: { spec = {} } }, report) => {
    judgeAccessModes(report, ["spec", "accessModes"], spec.accessModes);
    judgeCapacity(spec, report);
    const storageClass = { path: ["spec", "storageClassName"], what: "storageClassName", text: spec.storageClassName };
    judgeOptionalText(report, { ...storageClass, problem: dnsSubdomainProblem });
    const sources = sourceFields.filter((field) => spec[field] !== undefined);
    // A flexVolume may stand beside another source, which the server does not compare it with.
    if (sources.length === 0 || sources.filter((field) => field !== "flexVolume").length > 1) {
      const message = sources.length === 0 ? "the volume has no source" : `the volume has ${sources.join(" and ")}`;
      report({ path: ["spec"], message, fix: "write one source, such as csi" });
    }
    judgeSources(spec, report);
  },
});

type Spec = NonNullable<View<"PersistentVolume">["data"]["spec"]>;

const sourceFields = [
  "awsElasticBlockStore",
  "azureDisk",
  "azureFile",
  "cephfs",
  "cinder",
  "csi",
  "fc",
  "flexVolume",
  "flocker",
  "gcePersistentDisk",
  "glusterfs",
  "hostPath",
  "iscsi",
  "local",
  "nfs",
  "photonPersistentDisk",
  "portworxVolume",
  "quobyte",
  "rbd",
  "scaleIO",
  "storageos",
  "vsphereVolume",
] as const;

function judgeCapacity({ capacity = {} }: Spec, report: ReportFinding): void {
  const { storage, ...others } = capacity;
  const path = ["spec", "capacity"];
  if (storage === undefined || Object.keys(others).length > 0) {
    const message = storage === undefined ? "the capacity has no storage" : "the capacity has more than storage";
    report({ path, message, fix: "write storage, and nothing else" });
  }
  if ((amountOf(storage) ?? 1n) > 0n) return;
  const message = `the capacity is ${storage}, and must be more than 0`;
  report({ path: [...path, "storage"], message, fix: "write the volume's size" });
}

function judgeSources(spec: Spec, report: ReportFinding): void {
  const { hostPath, local, nfs, csi, volumeAttributesClassName: attributes, nodeAffinity } = spec;
  const path = ["spec"];
  if (hostPath !== undefined) {
    const rule = { path: [...path, "hostPath", "path"], what: "the path", text: hostPath.path };
    judgeText(report, { ...rule, problem: noStepsBackProblem });
    if (/^(?:\/\.?)+$/.test(hostPath.path ?? "") && spec.persistentVolumeReclaimPolicy === "Recycle") {
      const message = "the reclaim policy is Recycle, which would empty the node's root directory";
      report({ path: [...path, "persistentVolumeReclaimPolicy"], message, fix: "set it to Retain" });
    }
  }
  if (local !== undefined) {
    const rule = { path: [...path, "local", "path"], what: "the path", text: local.path };
    judgeText(report, { ...rule, problem: noStepsBackProblem });
  }
  const terms = nodeAffinity?.required?.nodeSelectorTerms ?? [];
  if ((local !== undefined || nodeAffinity !== undefined) && terms.length === 0) {
    const message =
      nodeAffinity === undefined
        ? "the volume is local, and no node affinity says where"
        : "the node affinity has no terms";
    report({ path: [...path, "nodeAffinity"], message, fix: "require the nodes that have it" });
  }
  if (nfs !== undefined) {
    judgeText(report, { path: [...path, "nfs", "server"], what: "the server", text: nfs.server });
    judgeText(report, { path: [...path, "nfs", "path"], what: "the path", text: nfs.path, problem: absoluteProblem });
  }
  if (csi !== undefined) {
    const rule = { path: [...path, "csi", "driver"], what: "the driver", text: csi.driver };
    judgeText(report, { ...rule, problem: driverProblem });
    judgeText(report, { path: [...path, "csi", "volumeHandle"], what: "volumeHandle", text: csi.volumeHandle });
  }
  terms.forEach(({ matchExpressions = [] }, term) => {
    matchExpressions.forEach(({ key: text }, index) => {
      const at = ["spec", "nodeAffinity", "required", "nodeSelectorTerms", term, "matchExpressions", index, "key"];
      judgeText(report, { path: at, what: "the key", text, problem: qualifiedNameProblem });
    });
  });
  if (attributes === undefined) return;
  const place = [...path, "volumeAttributesClassName"];
  judgeText(report, { path: place, what: "volumeAttributesClassName", text: attributes, problem: dnsSubdomainProblem });
  if (csi !== undefined) return;
  const message = "volumeAttributesClassName is set, and the source is not csi";
  report({ path: place, message, fix: "remove it" });
}

function absoluteProblem(text: string): string | undefined {
  return text.startsWith("/") ? undefined : "must begin with a slash";
}

function driverProblem(text: string): string | undefined {
  return text.length > 63 ? "must have at most 63 characters" : dnsSubdomainProblem(text.toLowerCase());
}
