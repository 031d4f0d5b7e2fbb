import { dnsLabelProblem, dnsSubdomainProblem, pathSegmentProblem } from "@kit/kube/names";
import { anyObjectCheck, type ReportFinding } from "../../define-check.ts";
import { completionsOf, jobSpecOf } from "../../jobs.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import { ipAddressProblem } from "../../syntax/ip-address.ts";
import { isKind, type View } from "../../view/index.ts";

export const objectName = anyObjectCheck({
  id: "object-name",
  group: "api-validity",
  severity: "error",
  title: "an object has no name, or one that its kind cannot have",
  run: (object, report) => {
    const { generateName = "" } = (object.data.metadata ?? {}) as { readonly generateName?: string };
    const path = ["metadata", "name"];
    if (object.name === "") {
      const only = generateName === "" ? "no name" : "only a generateName, and an apply needs the name";
      report({ path, message: `the object has ${only}`, fix: "write metadata.name" });
      return;
    }
    const problem = ruleOf(object);
    judgeText(report, { path, what: "the name", text: object.name, problem });
    const prefix = generateName.length > 1 ? generateName.replace(/.-$/, "a") : generateName;
    const given = { path: ["metadata", "generateName"], what: "generateName", text: prefix };
    // The server does not look at that of this kind.
    if (!isKind(object, "DeviceClass")) judgeOptionalText(report, { ...given, problem });
    if (isKind(object, "CronJob")) judgeLength(report, object.name, 52, "its Jobs' names have 11 characters more");
    if (isKind(object, "Job")) judgeJob(object, report);
  },
});

const ofServers = /^(?:v1|[a-z]+\/v\d\w*|[a-z0-9.-]+\.k8s\.io\/v\d\w*)$/;
const labels = new Set(["Namespace", "Service", "StatefulSet"]);
const pathSegments = new Set([
  "APIService",
  "CertificateSigningRequest",
  "ClusterRole",
  "ClusterRoleBinding",
  "Event",
  "PodDisruptionBudget",
  "Role",
  "RoleBinding",
]);

/** The rule of a kind's names, as the API server has it. Custom resources have that of most kinds. */
function ruleOf({ apiVersion, kind }: View): (text: string) => string | undefined {
  if (!ofServers.test(apiVersion)) return dnsSubdomainProblem;
  if (pathSegments.has(kind)) return pathSegmentProblem;
  if (kind === "IPAddress") return ipAddressProblem;
  return labels.has(kind) ? dnsLabelProblem : dnsSubdomainProblem;
}

/** A Job's name is a label's value of its pods, and in an indexed Job a part of their hostnames. */
function judgeJob(object: View<"Job">, report: ReportFinding): void {
  const { name } = object;
  const job = jobSpecOf(object);
  const { completionMode, manualSelector = false } = job.spec;
  if (!manualSelector) judgeLength(report, name, 63, "its pods have it as a label");
  const count = completionsOf(job) ?? 0;
  if (completionMode !== "Indexed" || count < 1) return;
  const last = `${name}-${count - 1}`;
  const problem = dnsLabelProblem(last);
  if (problem === undefined || dnsSubdomainProblem(name) !== undefined) return;
  const message = `the pods' hostnames would go to ${JSON.stringify(last)}, which ${problem}`;
  report({ path: ["metadata", "name"], message, fix: "give the Job a shorter name without dots" });
}

function judgeLength(report: ReportFinding, name: string, most: number, why: string): void {
  if (name.length <= most) return;
  const message = `the name ${JSON.stringify(name)} has ${name.length} characters, and may have ${most}: ${why}`;
  report({ path: ["metadata", "name"], message, fix: "shorten the name" });
}
