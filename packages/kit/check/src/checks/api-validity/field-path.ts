import { quantityOf } from "@kit/kube";
import { qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";
import type { PodView } from "../../view/index.ts";

export const fieldPath = podCheck({
  id: "field-path",
  group: "api-validity",
  severity: "error",
  title: "a pod reads a field or resource of itself that cannot be read there",
  run: (pod, report) => {
    for (const { container, path } of pod.containers) {
      container.env?.forEach(({ valueFrom = {} }, index) => {
        judgeReading(report, [...path, "env", index, "valueFrom"], valueFrom, "environment");
      });
    }
    for (const { file, path } of downwardFiles(pod)) {
      const { fieldRef, resourceFieldRef } = file;
      judgeReading(report, path, file, "volume");
      if (fieldRef === undefined && resourceFieldRef === undefined) {
        report({ path, message: "the file reads nothing", fix: "write one of fieldRef and resourceFieldRef" });
      } else if (fieldRef !== undefined && resourceFieldRef !== undefined) {
        report({ path, message: "the file reads fieldRef and resourceFieldRef", fix: "keep one of them" });
      }
    }
  },
});

type DownwardFile = NonNullable<
  NonNullable<NonNullable<PodView["spec"]["volumes"]>[number]["downwardAPI"]>["items"]
>[number];
type Reading = Pick<DownwardFile, "fieldRef" | "resourceFieldRef">;
type Place = "environment" | "volume";

function downwardFiles({ spec: { volumes = [] }, path }: PodView): { file: DownwardFile; path: Path }[] {
  return volumes.flatMap(({ downwardAPI, projected }, index) => {
    const place = [...path, "volumes", index];
    const sources = [
      { items: downwardAPI?.items, path: [...place, "downwardAPI"] },
      ...(projected?.sources ?? []).map((source, at) => ({
        items: source.downwardAPI?.items,
        path: [...place, "projected", "sources", at, "downwardAPI"],
      })),
    ];
    return sources.flatMap(({ items = [], path: of }) =>
      items.map((file, at) => ({ file, path: [...of, "items", at] })),
    );
  });
}

function judgeReading(report: ReportFinding, path: Path, { fieldRef, resourceFieldRef }: Reading, place: Place): void {
  if (fieldRef !== undefined) {
    const { apiVersion = "", fieldPath: text } = fieldRef;
    const at = [...path, "fieldRef"];
    const problem = (field: string): string | undefined => fieldProblem(field, fields[place]);
    judgeText(report, { path: [...at, "fieldPath"], what: "the field", text, problem });
    if (apiVersion !== "" && apiVersion !== "v1") {
      const message = `the field's apiVersion is ${JSON.stringify(apiVersion)}, and must be v1`;
      report({ path: [...at, "apiVersion"], message, fix: "leave it out" });
    }
  }
  if (resourceFieldRef === undefined) return;
  const { containerName, resource, divisor } = resourceFieldRef;
  const at = [...path, "resourceFieldRef"];
  if (place === "volume") {
    judgeText(report, { path: [...at, "containerName"], what: "the container's name", text: containerName });
  }
  judgeText(report, { path: [...at, "resource"], what: "the resource", text: resource, problem: resourceProblem });
  if (divisor === undefined || resource === undefined || mayDivide(resource, String(divisor).trim())) return;
  const allowed = resource.endsWith(".cpu") ? "1m or 1" : "1, or one of a unit such as 1k, 1Mi or 1Gi";
  const message = `the divisor ${divisor} of ${resource} is not ${allowed}`;
  report({ path: [...at, "divisor"], message, fix: `write ${allowed}` });
}

// What any pod may say of itself; of the second, the server says "not supported" where it is read in another place.
const everywhere = ["metadata.name", "metadata.namespace", "metadata.uid"];
const fields: Readonly<Record<Place, readonly string[]>> = {
  environment: [
    ...everywhere,
    "spec.nodeName",
    "spec.host",
    "spec.serviceAccountName",
    "status.hostIP",
    "status.hostIPs",
    "status.podIP",
    "status.podIPs",
  ],
  volume: [...everywhere, "metadata.labels", "metadata.annotations"],
};
const subscripted = /^(.+?)\['(.*)'\]$/s;

function fieldProblem(field: string, allowed: readonly string[]): string | undefined {
  const [, map, key = ""] = subscripted.exec(field) ?? [];
  const list = [
    ...allowed.filter((one) => one !== "spec.host"),
    "metadata.labels['key']",
    "metadata.annotations['key']",
  ];
  if (map === undefined) return allowed.includes(field) ? undefined : `is not one of ${list.join(", ")}`;
  if (map !== "metadata.labels" && map !== "metadata.annotations") return `is not one of ${list.join(", ")}`;
  const reason = qualifiedNameProblem(map === "metadata.annotations" ? key.toLowerCase() : key);
  return reason === undefined ? undefined : `has a key that ${reason}`;
}

const resources = ["cpu", "memory", "ephemeral-storage"].flatMap((one) => [`limits.${one}`, `requests.${one}`]);
const hugePages = /^(?:limits|requests)\.hugepages-/;

function resourceProblem(resource: string): string | undefined {
  if (resources.includes(resource) || hugePages.test(resource)) return undefined;
  return `is not one of ${resources.join(", ")}`;
}

const binary = /[KMGTPE]i$/;
const exponent = /[eE][-+]?\d+$/;
const nano = 1_000_000_000n;

/** The server compares the divisor as it writes it: `1000` is 1k, `1024` is not a unit. */
function mayDivide(resource: string, divisor: string): boolean {
  const amount = quantityOf(divisor);
  if (amount === undefined || amount === 0n) return true;
  if (!resources.includes(resource) && !hugePages.test(resource)) return true;
  if (exponent.test(divisor)) return amount === nano;
  if (resource.endsWith(".cpu")) return amount === nano || amount === nano / 1000n;
  const unit = binary.test(divisor) ? 1024n : 1000n;
  return [0, 1, 2, 3, 4, 5, 6].some((power) => amount === nano * unit ** BigInt(power));
}
