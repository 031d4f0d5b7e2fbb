import { dnsLabelProblem } from "@kit/kube/names";
import type { ReportFinding } from "../define-check.ts";
import { judgeNumber } from "../rules/judge-number.ts";
import { judgeText } from "../rules/judge-text.ts";
import type { LooseVolume } from "./volumes.ts";

/** Reports what is wrong with sources that few clusters still have. The paths begin in the volume. */
export function legacyVolumeProblems(volume: LooseVolume, report: ReportFinding): void {
  const { iscsi, fc, flocker, rbd, cephfs, cinder, quobyte, azureDisk, storageos } = volume;
  if (iscsi !== undefined) judgeIscsi(report, iscsi, volume.name ?? "");
  if (fc !== undefined) judgeFibreChannel(report, fc);
  if (flocker !== undefined) judgeFlocker(report, flocker);
  for (const [source, value] of Object.entries({ rbd, cephfs })) {
    if (value === undefined || (value.monitors ?? []).length > 0) continue;
    report({ path: [source, "monitors"], message: "monitors is empty", fix: "write the monitors" });
  }
  for (const [source, value] of Object.entries({ cinder, storageos })) {
    if (value?.secretRef === undefined) continue;
    judgeText(report, { path: [source, "secretRef", "name"], what: "the Secret's name", text: value.secretRef.name });
  }
  if (quobyte !== undefined) judgeQuobyte(report, quobyte);
  if (azureDisk !== undefined) judgeAzureDisk(report, azureDisk);
  for (const field of ["volumeName", "volumeNamespace"] as const) {
    const text = storageos?.[field] ?? "";
    if (text !== "") judgeText(report, { path: ["storageos", field], what: field, text, problem: dnsLabelProblem });
  }
}

const initiators: Readonly<Record<string, RegExp>> = {
  iqn: /iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\s]+$/,
  eui: /^eui.[A-Za-z0-9]{16}$/,
  naa: /^naa.[A-Za-z0-9]{32}$/,
};

function iscsiNameProblem(text: string): string | undefined {
  const pattern = initiators[text.slice(0, 3)];
  if (pattern === undefined) return "must begin with iqn, eui or naa";
  return pattern.test(text) ? undefined : "must be an iSCSI name such as iqn.2001-04.com.example:storage";
}

function judgeIscsi(report: ReportFinding, iscsi: NonNullable<LooseVolume["iscsi"]>, name: string): void {
  const { iqn = "", lun, initiatorName, targetPortal = "", secretRef, chapAuthDiscovery, chapAuthSession } = iscsi;
  const problem = iscsiNameProblem;
  if (iqn !== "") judgeText(report, { path: ["iscsi", "iqn"], what: "iqn", text: iqn, problem });
  judgeNumber(report, { path: ["iscsi", "lun"], what: "lun", value: lun, from: 0, to: 255 });
  if ((chapAuthDiscovery === true || chapAuthSession === true) && secretRef === undefined) {
    const message = "CHAP is to be used without a Secret";
    report({ path: ["iscsi", "secretRef"], message, fix: "name the Secret" });
  }
  if (initiatorName === undefined) return;
  const path = ["iscsi", "initiatorName"];
  judgeText(report, { path, what: "initiatorName", text: initiatorName, problem });
  if (`${name}:${targetPortal}`.length <= 64) return;
  const message = "the volume's name and targetPortal have more than 63 characters together";
  report({ path: ["name"], message, fix: "shorten the volume's name" });
}

function judgeFibreChannel(
  report: ReportFinding,
  { targetWWNs = [], wwids = [], lun }: NonNullable<LooseVolume["fc"]>,
): void {
  const path = ["fc", "targetWWNs"];
  if (targetWWNs.length === 0 && wwids.length === 0) {
    report({ path, message: "neither targetWWNs nor wwids is there", fix: "write one of them" });
  } else if (targetWWNs.length > 0 && wwids.length > 0) {
    report({ path, message: "both targetWWNs and wwids are there", fix: "keep one of them" });
  }
  if (targetWWNs.length === 0) return;
  if (lun === undefined) report({ path: ["fc", "lun"], message: "lun is missing", fix: "write lun" });
  judgeNumber(report, { path: ["fc", "lun"], what: "lun", value: lun, from: 0, to: 255 });
}

function judgeFlocker(
  report: ReportFinding,
  { datasetName = "", datasetUUID = "" }: NonNullable<LooseVolume["flocker"]>,
): void {
  const path = ["flocker"];
  if (datasetName === "" && datasetUUID === "") {
    report({ path, message: "neither datasetName nor datasetUUID is there", fix: "write one of them" });
  } else if (datasetName !== "" && datasetUUID !== "") {
    report({ path, message: "both datasetName and datasetUUID are there", fix: "keep one of them" });
  }
  if (!datasetName.includes("/")) return;
  report({ path: [...path, "datasetName"], message: "datasetName has a slash", fix: "take it out" });
}

function judgeQuobyte(
  report: ReportFinding,
  { registry = "", tenant = "" }: NonNullable<LooseVolume["quobyte"]>,
): void {
  if (registry === "") return;
  if (tenant.length >= 65) {
    const message = "tenant has more than 64 characters";
    report({ path: ["quobyte", "tenant"], message, fix: "write the tenant's UUID" });
  } else if (!registry.split(",").every((pair) => /^(?:[^:[\]]*|\[[^[\]]*\]):[^:[\]]*$/.test(pair))) {
    const message = `registry ${JSON.stringify(registry)} is not a list of host:port`;
    report({ path: ["quobyte", "registry"], message, fix: "write host:port, more of them with commas between" });
  }
}

function judgeAzureDisk(
  report: ReportFinding,
  { kind = "Shared", diskURI = "" }: NonNullable<LooseVolume["azureDisk"]>,
): void {
  const start = kind === "Managed" ? "/subscriptions/" : "https://";
  if (diskURI === "" || diskURI.startsWith(start)) return;
  const message = `diskURI of a disk of kind ${kind} does not begin with ${start}`;
  report({ path: ["azureDisk", "diskURI"], message, fix: "correct the URI, or the disk's kind" });
}
