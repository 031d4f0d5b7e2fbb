import { dnsSubdomainProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { claimSpecsOf, type ClaimSpec } from "../../claims.ts";
import { anyObjectCheck, type ReportFinding } from "../../define-check.ts";
import { amountOf } from "../../pods/resources.ts";
import { judgeAccessModes } from "../../rules/judge-access-modes.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";

export const volumeClaim = anyObjectCheck({
  id: "volume-claim",
  group: "api-validity",
  severity: "error",
  title: "a claim asks for no volume that there can be",
  standsFor: ["canonical-quantity"],
  run: (object, report) => {
    for (const { spec, path } of claimSpecsOf(object)) {
      judgeAccessModes(report, [...path, "accessModes"], spec.accessModes);
      judgeSize(spec, path, report);
      for (const field of ["storageClassName", "volumeAttributesClassName"] as const) {
        const rule = { path: [...path, field], what: field, text: spec[field] };
        judgeOptionalText(report, { ...rule, problem: dnsSubdomainProblem });
      }
      judgeSource(spec, path, report);
    }
  },
});

type Spec = ClaimSpec["spec"];

function judgeSize({ resources }: Spec, path: Path, report: ReportFinding): void {
  const place = [...path, "resources", "requests", "storage"];
  const size = resources?.requests?.["storage"];
  if (size === undefined) {
    report({ path: place, message: "the size is missing", fix: "say how much storage is wanted" });
    return;
  }
  if ((amountOf(size) ?? 1n) > 0n) return;
  report({
    path: place,
    message: `the size is ${size}, and must be more than 0`,
    fix: "say how much storage is wanted",
  });
}

type Source = NonNullable<Spec["dataSourceRef"]>;

function judgeSource({ dataSource, dataSourceRef }: Spec, path: Path, report: ReportFinding): void {
  if (dataSourceRef !== undefined) judgeReferred(dataSourceRef, [...path, "dataSourceRef"], report);
  else if (dataSource !== undefined && isRead(dataSource, path))
    judgeReferred(dataSource, [...path, "dataSource"], report);
  if (dataSourceRef === undefined || dataSource === undefined || sameSource(dataSource, dataSourceRef)) return;
  const message = "dataSource and dataSourceRef are both set, and differ";
  report({ path: [...path, "dataSource"], message, fix: "remove dataSource" });
}

/** The server drops a claim's dataSource unread where it is neither a claim nor a snapshot; a template's it does not. */
function isRead({ apiGroup = "", kind }: Source, path: Path): boolean {
  if (path.length > 1) return true;
  const isClaim = apiGroup === "" && kind === "PersistentVolumeClaim";
  return isClaim || (apiGroup === "snapshot.storage.k8s.io" && kind === "VolumeSnapshot");
}

/** Its namespace is dropped unread: the feature gate is off, as the corpus shows. */
function judgeReferred({ apiGroup = "", kind, name }: Source, path: Path, report: ReportFinding): void {
  judgeText(report, { path: [...path, "kind"], what: "the source's kind", text: kind });
  judgeText(report, { path: [...path, "name"], what: "the source's name", text: name });
  const group = { path: [...path, "apiGroup"], what: "the source's apiGroup", text: apiGroup };
  judgeOptionalText(report, { ...group, problem: dnsSubdomainProblem });
  if (apiGroup !== "" || kind === undefined || kind === "" || kind === "PersistentVolumeClaim") return;
  const message = `the source is a ${kind} without an apiGroup`;
  report({ path: [...path, "kind"], message, fix: "write the apiGroup, or name a PersistentVolumeClaim" });
}

function sameSource(one: Source, other: Source): boolean {
  return one.kind === other.kind && one.name === other.name && (one.apiGroup ?? "") === (other.apiGroup ?? "");
}
