import { dnsSubdomainProblem, qualifiedNameProblem } from "@kit/kube/names";
import { byteLength } from "../../byte-length.ts";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeText } from "../../rules/judge-text.ts";
import type { View } from "../../view/index.ts";

export const event = objectCheck({
  id: "event",
  group: "api-validity",
  severity: "error",
  title: "an Event does not say who reports what, or of another namespace",
  kinds: ["Event"],
  run: (object, report) => {
    const isNew = object.apiVersion !== "v1";
    const { data, namespace = "default" } = object;
    const [field, about] = isNew
      ? (["regarding", data.regarding] as const)
      : (["involvedObject", data.involvedObject] as const);
    const { namespace: place = "" } = about ?? {};
    const isTimed = isNew || data.eventTime !== undefined;
    const mayBeElsewhere = namespace === "default" || (isTimed && namespace === "kube-system");
    const fits = place === "" ? mayBeElsewhere : isTimed || place === namespace;
    if (!fits) {
      const where = place === "" ? "in no namespace" : `in the namespace ${place}`;
      const message = `it is about an object ${where}, and is in the namespace ${namespace}`;
      report({ path: [field, "namespace"], message, fix: "write the Event into the object's namespace" });
    }
    if (isTimed) judgeTimed(data, report, isNew);
    if (isNew) judgeNew(object, report);
  },
});

type Data = View<"Event">["data"];

function judgeTimed(data: Data, report: ReportFinding, isNew: boolean): void {
  const [who, note] = isNew ? (["reportingController", "note"] as const) : (["reportingComponent", "message"] as const);
  judgeText(report, { path: [who], what: who, text: data[who], problem: qualifiedNameProblem });
  for (const what of ["reportingInstance", "action", "reason"] as const) {
    judgeText(report, { path: [what], what, text: data[what], problem: atMost(128) });
  }
  const problem = atMost(1024)(data[note] ?? "");
  if (problem !== undefined) report({ path: [note], message: `the ${note} ${problem}`, fix: "shorten it" });
}

function judgeNew({ name, data }: View<"Event">, report: ReportFinding): void {
  const problem = dnsSubdomainProblem(name);
  if (problem !== undefined && name !== "") {
    const message = `the name ${JSON.stringify(name)} ${problem}`;
    report({ path: ["metadata", "name"], message, fix: "rename the object" });
  }
  const { series } = data;
  const { type = "" } = data as { readonly type?: string };
  if (type !== "Normal" && type !== "Warning") {
    const message =
      type === "" ? "the type is missing" : `the type ${JSON.stringify(type)} is not one of Normal, Warning`;
    report({ path: ["type"], message, fix: "write Normal or Warning" });
  }
  if (series !== undefined) {
    judgeNumber(report, { path: ["series", "count"], what: "the count", value: series.count ?? 0, from: 2 });
  }
  const { deprecatedCount = 0, deprecatedSource = {}, deprecatedFirstTimestamp, deprecatedLastTimestamp } = data;
  const { component = "", host = "" } = deprecatedSource;
  const isThere = {
    deprecatedCount: deprecatedCount !== 0,
    deprecatedSource: component !== "" || host !== "",
    deprecatedFirstTimestamp: deprecatedFirstTimestamp !== undefined,
    deprecatedLastTimestamp: deprecatedLastTimestamp !== undefined,
  };
  for (const [field, there] of Object.entries(isThere)) {
    if (there) report({ path: [field], message: `${field} is there, which only the server writes`, fix: "remove it" });
  }
}

function atMost(most: number): (text: string) => string | undefined {
  return (text) => (byteLength(text) > most ? `has ${byteLength(text)} characters, and may have ${most}` : undefined);
}
