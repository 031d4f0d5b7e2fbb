import { dnsLabelProblem, dnsSubdomainProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { FindingDraft, ReportFinding } from "../define-check.ts";
import { volumeProblems } from "../pods/volume-problems.ts";
import { judgeText } from "../rules/judge-text.ts";
import { noStepsBackProblem } from "../syntax/file-path.ts";
import type { View } from "../view/index.ts";

/** What a PersistentVolume is, or an attachment says in its place. */
export type VolumeSpec = NonNullable<View<"PersistentVolume">["data"]["spec"]>;

/** Reports the sources of a volume: not one, or one that lacks something. Most are as in a pod, which has no namespaces. */
export function judgeVolumeSources(report: ReportFinding, path: Path, spec: VolumeSpec, name: string): void {
  const fields = sourceFields.filter((field) => spec[field] !== undefined);
  const compared = fields.some((field) => afterFlexVolume.has(field))
    ? fields
    : fields.filter((field) => field !== "flexVolume");
  if (fields.length === 0 || compared.length > 1) {
    const message = fields.length === 0 ? "the volume has no source" : `the volume has ${fields.join(" and ")}`;
    report({ path, message, fix: "write one source, such as csi" });
  }
  const inSpec = (said: FindingDraft): void => report({ ...said, path: [...path, ...(said.path ?? [])] });
  const sources = Object.fromEntries(fields.map((field) => [field, spec[field]]));
  volumeProblems({ ...sources, name }, inSpec);
  judgeOwnFields(spec, inSpec);
}

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

/** The server compares a flexVolume only with what it reads after it. */
const afterFlexVolume: ReadonlySet<string> = new Set([
  "azureFile",
  "vsphereVolume",
  "photonPersistentDisk",
  "portworxVolume",
  "azureDisk",
  "scaleIO",
  "local",
  "storageos",
  "csi",
]);

const secretFields = [
  "controllerExpandSecretRef",
  "controllerPublishSecretRef",
  "nodeExpandSecretRef",
  "nodePublishSecretRef",
] as const;

/** What the sources of a pod do not have. */
function judgeOwnFields(spec: VolumeSpec, report: ReportFinding): void {
  const { local, csi, glusterfs, azureFile, cinder, iscsi, storageos } = spec;
  if (local !== undefined) {
    judgeText(report, { path: ["local", "path"], what: "the path", text: local.path, problem: noStepsBackProblem });
  }
  if (csi !== undefined) {
    judgeText(report, { path: ["csi", "volumeHandle"], what: "volumeHandle", text: csi.volumeHandle });
    for (const field of secretFields) {
      const secret = csi[field];
      if (secret === undefined) continue;
      const rule = { path: ["csi", field, "name"], what: "the Secret's name", text: secret.name };
      judgeText(report, { ...rule, problem: dnsSubdomainProblem });
      judgeNamespace(report, ["csi", field, "namespace"], secret.namespace);
    }
  }
  const { endpointsNamespace } = glusterfs ?? {};
  if (endpointsNamespace !== undefined) judgeNamespace(report, ["glusterfs", "endpointsNamespace"], endpointsNamespace);
  if (azureFile?.secretNamespace === "") {
    judgeText(report, { path: ["azureFile", "secretNamespace"], what: "the Secret's namespace", text: "" });
  }
  if (iscsi?.secretRef !== undefined) {
    judgeText(report, { path: ["iscsi", "secretRef", "name"], what: "the Secret's name", text: iscsi.secretRef.name });
  }
  for (const [source, secret] of Object.entries({ cinder: cinder?.secretRef, storageos: storageos?.secretRef })) {
    if (secret === undefined) continue;
    const rule = { path: [source, "secretRef", "namespace"], what: "the Secret's namespace", text: secret.namespace };
    judgeText(report, rule);
  }
}

function judgeNamespace(report: ReportFinding, path: Path, text: string | undefined): void {
  judgeText(report, { path, what: "the namespace", text, problem: dnsLabelProblem });
}
