import { dnsSubdomainProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { amountOf } from "../pods/resources.ts";
import { judgeAccessModes } from "../rules/judge-access-modes.ts";
import { judgeNodeTerms } from "../rules/judge-node-terms.ts";
import { judgeOptionalText, judgeText } from "../rules/judge-text.ts";
import { judgeVolumeSources, type VolumeSpec } from "./judge-volume-sources.ts";

interface AboutVolume {
  /** Of the object. */
  readonly name: string;
  /** Whether an attachment has it, which may say little. Default: no. */
  readonly isInline?: boolean;
}

/** Reports a volume without what it needs, or with what does not go together. pkg/apis/core/validation. */
export function judgeVolumeSpec(report: ReportFinding, path: Path, spec: VolumeSpec, about: AboutVolume): void {
  judgeAccessModes(report, [...path, "accessModes"], spec.accessModes);
  if (about.isInline === true) judgeInline(report, path, spec);
  else judgeCapacity(report, [...path, "capacity"], spec);
  judgeClasses(report, path, spec);
  judgeVolumeSources(report, path, spec, about.name);
  if (about.isInline !== true) judgeNodes(report, [...path, "nodeAffinity"], spec);
  const { hostPath, persistentVolumeReclaimPolicy: policy } = spec;
  if (policy !== "Recycle" || !/^(?:\/\.?)+$/.test(hostPath?.path ?? "")) return;
  const message = "the reclaim policy is Recycle, which would empty the node's root directory";
  report({ path: [...path, "persistentVolumeReclaimPolicy"], message, fix: "set it to Retain" });
}

function judgeCapacity(report: ReportFinding, path: Path, { capacity = {} }: VolumeSpec): void {
  const { storage, ...others } = capacity;
  if (storage === undefined || Object.keys(others).length > 0) {
    const message = storage === undefined ? "the capacity has no storage" : "the capacity has more than storage";
    report({ path, message, fix: "write storage, and nothing else" });
  }
  if ((amountOf(storage) ?? 1n) > 0n) return;
  const message = `the capacity is ${storage}, and must be more than 0`;
  report({ path: [...path, "storage"], message, fix: "write the volume's size" });
}

/** What belongs to a volume with an object of its own. */
function judgeInline(report: ReportFinding, path: Path, spec: VolumeSpec): void {
  const { storageClassName = "", capacity = {}, volumeMode, persistentVolumeReclaimPolicy: policy } = spec;
  const isThere = {
    claimRef: spec.claimRef !== undefined,
    capacity: Object.keys(capacity).length > 0,
    nodeAffinity: spec.nodeAffinity !== undefined,
    storageClassName: storageClassName !== "",
    volumeMode: volumeMode !== undefined && volumeMode !== "Filesystem",
    persistentVolumeReclaimPolicy: policy !== undefined && policy !== "Retain",
  };
  for (const [field, there] of Object.entries(isThere)) {
    if (!there) continue;
    const message = `${field} is there, and the volume has no object of its own`;
    report({ path: [...path, field], message, fix: "remove it, or name a PersistentVolume" });
  }
  if (spec.csi === undefined) report({ path: [...path, "csi"], message: "csi is missing", fix: "write csi" });
}

function judgeClasses(report: ReportFinding, path: Path, spec: VolumeSpec): void {
  const { storageClassName, volumeAttributesClassName: attributes, csi } = spec;
  const problem = dnsSubdomainProblem;
  const storage = { path: [...path, "storageClassName"], what: "storageClassName", text: storageClassName };
  judgeOptionalText(report, { ...storage, problem });
  if (attributes === undefined) return;
  const place = [...path, "volumeAttributesClassName"];
  judgeText(report, { path: place, what: "volumeAttributesClassName", text: attributes, problem });
  if (csi !== undefined) return;
  const message = "volumeAttributesClassName is set, and the source is not csi";
  report({ path: place, message, fix: "remove it" });
}

function judgeNodes(report: ReportFinding, path: Path, { local, nodeAffinity }: VolumeSpec): void {
  if (nodeAffinity?.required !== undefined) {
    judgeNodeTerms(report, [...path, "required"], nodeAffinity.required);
  } else if (local !== undefined || nodeAffinity !== undefined) {
    const message =
      nodeAffinity === undefined
        ? "the volume is local, and no node affinity says where"
        : "the node affinity requires nothing";
    report({ path, message, fix: "require the nodes that have it" });
  }
}
