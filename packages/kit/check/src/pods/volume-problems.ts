import { dnsSubdomainProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { judgeNumber } from "../rules/judge-number.ts";
import { judgeText } from "../rules/judge-text.ts";
import { driverNameProblem } from "../syntax/driver-name.ts";
import { descendingPathProblem, noStepsBackProblem } from "../syntax/file-path.ts";
import { legacyVolumeProblems } from "./legacy-volume-problems.ts";
import type { LooseVolume } from "./volumes.ts";

/** Reports what the sources of a volume lack or cannot have. The paths begin in the volume. */
export function volumeProblems(volume: LooseVolume, report: ReportFinding): void {
  for (const [source, value] of Object.entries(volume) as [string, Readonly<Record<string, string>>][]) {
    for (const field of required[source] ?? []) {
      judgeText(report, { path: [source, field], what: field, text: value[field] });
    }
  }
  const { hostPath, gitRepo, gcePersistentDisk, awsElasticBlockStore, nfs, csi, flexVolume } = volume;
  judgePath(report, ["hostPath", "path"], hostPath?.path, noStepsBackProblem);
  judgePath(report, ["gitRepo", "directory"], gitRepo?.directory, descendingPathProblem);
  judgePath(report, ["nfs", "path"], nfs?.path, absoluteProblem);
  judgePartition(report, "gcePersistentDisk", gcePersistentDisk?.partition);
  judgePartition(report, "awsElasticBlockStore", awsElasticBlockStore?.partition);
  if (csi !== undefined) judgeCsi(report, csi);
  for (const option of Object.keys(flexVolume?.options ?? {})) {
    if (!reserved.test(option.split("/", 1)[0]!)) continue;
    const message = `the option ${JSON.stringify(option)} is in a domain of Kubernetes`;
    report({ path: ["flexVolume", "options", option], message, fix: "leave it out" });
  }
  legacyVolumeProblems(volume, report);
}

/** The texts without which a source is refused. */
const required: Readonly<Record<string, readonly string[]>> = {
  hostPath: ["path"],
  gitRepo: ["repository"],
  gcePersistentDisk: ["pdName"],
  awsElasticBlockStore: ["volumeID"],
  secret: ["secretName"],
  configMap: ["name"],
  nfs: ["server", "path"],
  iscsi: ["targetPortal", "iqn"],
  glusterfs: ["endpoints", "path"],
  persistentVolumeClaim: ["claimName"],
  rbd: ["image"],
  cinder: ["volumeID"],
  quobyte: ["registry", "volume"],
  flexVolume: ["driver"],
  azureFile: ["secretName", "shareName"],
  azureDisk: ["diskName", "diskURI"],
  vsphereVolume: ["volumePath"],
  photonPersistentDisk: ["pdID"],
  portworxVolume: ["volumeID"],
  scaleIO: ["gateway", "system", "volumeName"],
  storageos: ["volumeName"],
  csi: ["driver"],
};

// The domain stands before a slash, or is the whole option.
const reserved = /(?:^|\.)(?:kubernetes|k8s)\.io$/i;

type Problem = (text: string) => string | undefined;

function judgePath(report: ReportFinding, path: Path, text: string | undefined, problem: Problem): void {
  if (text !== undefined && text !== "") judgeText(report, { path, what: "the path", text, problem });
}

function absoluteProblem(text: string): string | undefined {
  return text.startsWith("/") ? undefined : "must begin with a slash";
}

function judgePartition(report: ReportFinding, source: string, value: number | undefined): void {
  judgeNumber(report, { path: [source, "partition"], what: "partition", value, from: 0, to: 255 });
}

function judgeCsi(
  report: ReportFinding,
  { driver = "", nodePublishSecretRef: secret }: NonNullable<LooseVolume["csi"]>,
): void {
  if (driver !== "")
    judgeText(report, { path: ["csi", "driver"], what: "the driver", text: driver, problem: driverNameProblem });
  if (secret === undefined) return;
  const path = ["csi", "nodePublishSecretRef", "name"];
  judgeText(report, { path, what: "the Secret's name", text: secret.name, problem: dnsSubdomainProblem });
}
