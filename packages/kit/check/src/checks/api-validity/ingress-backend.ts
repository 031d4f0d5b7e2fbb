import { dnsLabelProblem, dnsSubdomainProblem, pathSegmentProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { portProblem } from "../../syntax/port.ts";
import type { View } from "../../view/index.ts";

export const ingressBackend = objectCheck({
  id: "ingress-backend",
  group: "api-validity",
  severity: "error",
  title: "an Ingress has a backend that names no Service and port",
  standsFor: ["ingress-backend-missing"],
  kinds: ["Ingress"],
  run: ({ data: { spec = {} } }, report) => {
    if (spec.defaultBackend !== undefined) judgeBackend(spec.defaultBackend, ["spec", "defaultBackend"], report);
    spec.rules?.forEach(({ http }, rule) => {
      http?.paths?.forEach(({ backend, pathType }, index) => {
        const place = ["spec", "rules", rule, "http", "paths", index, "backend"];
        if (backend !== undefined && pathType !== undefined) judgeBackend(backend, place, report);
      });
    });
  },
});

type Backend = NonNullable<NonNullable<View<"Ingress">["data"]["spec"]>["defaultBackend"]>;

function judgeBackend({ service, resource }: Backend, path: Path, report: ReportFinding): void {
  if ((service === undefined) === (resource === undefined)) {
    const message = `the backend has ${service === undefined ? "neither a service nor" : "both a service and"} a resource`;
    report({ path, message, fix: "name a service and its port" });
  } else if (service !== undefined) judgeService(service, [...path, "service"], report);
  else if (resource !== undefined) judgeResource(resource, [...path, "resource"], report);
}

function judgeService({ name, port = {} }: NonNullable<Backend["service"]>, path: Path, report: ReportFinding): void {
  judgeText(report, { path: [...path, "name"], what: "the Service's name", text: name, problem: dnsLabelProblem });
  const place = [...path, "port"];
  const { name: byName = "", number = 0 } = port;
  if ((byName === "") === (number === 0)) {
    const message = `the port has ${number === 0 ? "neither a name nor" : "both a name and"} a number`;
    report({ path: place, message, fix: "write the Service port's name or its number" });
    return;
  }
  const problem = portProblem(byName === "" ? number : byName);
  if (problem === undefined) return;
  const [field, value] = byName === "" ? ["number", number] : ["name", byName];
  const message = `the port's ${field} is ${JSON.stringify(value)}, and ${problem}`;
  report({ path: [...place, field], message, fix: "write the Service port's name or its number" });
}

function judgeResource(resource: NonNullable<Backend["resource"]>, path: Path, report: ReportFinding): void {
  for (const field of ["kind", "name"] as const) {
    const rule = { path: [...path, field], what: `the resource's ${field}`, text: resource[field] };
    judgeText(report, { ...rule, problem: pathSegmentProblem });
  }
  const { apiGroup: text } = resource;
  if (text === undefined) return;
  const rule = { path: [...path, "apiGroup"], what: "the resource's apiGroup", text };
  judgeText(report, { ...rule, problem: dnsSubdomainProblem });
}
