import { dnsLabelProblem, dnsSubdomainProblem, labelValueProblem, qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import { judgeUnique } from "../../rules/judge-unique.ts";
import { endpointAddressProblem } from "../../syntax/endpoint-address.ts";
import { isIpv4 } from "../../syntax/ip-address.ts";
import type { View } from "../../view/index.ts";

export const endpointSlice = objectCheck({
  id: "endpoint-slice",
  group: "api-validity",
  severity: "error",
  title: "an EndpointSlice has an invalid address, port or hint",
  kinds: ["EndpointSlice"],
  run: ({ data: { addressType, endpoints = [], ports = [] } }, report) => {
    endpoints.forEach((endpoint, index) => judgeEndpoint(report, ["endpoints", index], endpoint, addressType));
    if (endpoints.length > 1000) {
      const message = `${endpoints.length} endpoints are there, and 1000 may be`;
      report({ path: ["endpoints"], message, fix: "write several EndpointSlices" });
    }
    // A port without a name has the empty one.
    const names = ports.map(({ name = "" }) => name);
    ports.forEach(({ name, appProtocol, protocol }, index) => {
      const path = ["ports", index];
      if ((protocol as string | undefined) === "") {
        report({ path: [...path, "protocol"], message: "the protocol is empty", fix: "write TCP, UDP or SCTP" });
      }
      judgeOptionalText(report, {
        path: [...path, "name"],
        what: "the port's name",
        text: name,
        problem: dnsLabelProblem,
      });
      if (appProtocol !== undefined) {
        const rule = { path: [...path, "appProtocol"], what: "appProtocol", text: appProtocol };
        judgeText(report, { ...rule, problem: qualifiedNameProblem });
      }
      if (names.indexOf(names[index]!) === index) return;
      const message =
        names[index] === "" ? "another port has no name either" : `another port is called ${names[index]}`;
      report({ path: [...path, "name"], message, fix: "give each port a name of its own" });
    });
  },
});

type Endpoint = NonNullable<View<"EndpointSlice">["data"]["endpoints"]>[number];

function judgeEndpoint(report: ReportFinding, path: Path, endpoint: Endpoint, type: string | undefined): void {
  const { addresses = [], hints = {} } = endpoint;
  const place = [...path, "addresses"];
  if (addresses.length === 0) report({ path: place, message: "the endpoint has no address", fix: "write its address" });
  if (addresses.length > 100) {
    report({
      path: place,
      message: `${addresses.length} addresses are there, and 100 may be`,
      fix: "write several endpoints",
    });
  }
  addresses.forEach((text, index) => {
    const problem = type === undefined ? undefined : addressProblems[type];
    judgeText(report, { path: [...place, index], what: "the address", text, ...(problem && { problem }) });
  });
  if (endpoint.nodeName !== undefined) {
    const rule = { path: [...path, "nodeName"], what: "the node's name", text: endpoint.nodeName };
    judgeText(report, { ...rule, problem: dnsSubdomainProblem });
  }
  if (endpoint.hostname !== undefined) {
    const rule = { path: [...path, "hostname"], what: "the hostname", text: endpoint.hostname };
    judgeText(report, { ...rule, problem: dnsLabelProblem });
  }
  const problems = { forZones: labelValueProblem, forNodes: dnsSubdomainProblem } as const;
  for (const [field, problem] of Object.entries(problems)) {
    const list = hints[field as keyof typeof problems] ?? [];
    const at = [...path, "hints", field];
    judgeUnique(report, { path: at, what: "the name", values: list.map(({ name }) => name), field: "name" });
    list.forEach(({ name = "" }, index) => {
      if (name === "" && field === "forZones") return;
      judgeText(report, { path: [...at, index, "name"], what: "the name", text: name, problem });
    });
    if (list.length > 8) report({ path: at, message: `${list.length} are there, and 8 may be`, fix: "remove some" });
  }
}

const addressProblems: Readonly<Record<string, (text: string) => string | undefined>> = {
  FQDN: domainProblem,
  IPv4: (text) => (text.includes(":") ? "must be an IPv4 address" : endpointAddressProblem(text)),
  IPv6: (text) => (isIpv4(text) ? "must be an IPv6 address" : endpointAddressProblem(text)),
};

function domainProblem(text: string): string | undefined {
  const name = text.replace(/\.$/, "");
  const problem = dnsSubdomainProblem(name);
  if (problem !== undefined) return problem;
  const parts = name.split(".");
  if (parts.length < 2) return "must be a domain with at least one dot";
  return parts.map((part) => dnsLabelProblem(part)).find((one) => one !== undefined);
}
