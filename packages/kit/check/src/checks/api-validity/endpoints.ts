import { dnsLabelProblem, dnsSubdomainProblem, qualifiedNameProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import { endpointAddressProblem } from "../../syntax/endpoint-address.ts";

export const endpoints = objectCheck({
  id: "endpoints",
  group: "api-validity",
  severity: "error",
  title: "Endpoints have an invalid address or port",
  kinds: ["Endpoints"],
  run: ({ data: { subsets = [] } }, report) => {
    subsets.forEach(({ addresses = [], notReadyAddresses = [], ports = [] }, subset) => {
      const path = ["subsets", subset];
      if (addresses.length + notReadyAddresses.length === 0) {
        report({ path, message: "the subset has no address", fix: "write addresses or notReadyAddresses" });
      }
      for (const [field, list] of Object.entries({ addresses, notReadyAddresses })) {
        list.forEach(({ ip, hostname, nodeName }, index) => {
          const place = [...path, field, index];
          judgeText(report, { path: [...place, "ip"], what: "the address", text: ip, problem: endpointAddressProblem });
          const host = { path: [...place, "hostname"], what: "the hostname", text: hostname };
          judgeOptionalText(report, { ...host, problem: dnsLabelProblem });
          const node = { path: [...place, "nodeName"], what: "the node's name", text: nodeName };
          if (nodeName !== undefined) judgeText(report, { ...node, problem: dnsSubdomainProblem });
        });
      }
      ports.forEach(({ name, port, appProtocol }, index) => {
        const place = [...path, "ports", index];
        const rule = { path: [...place, "name"], what: "the port's name", text: name, problem: dnsLabelProblem };
        if (ports.length > 1) judgeText(report, rule);
        else judgeOptionalText(report, rule);
        judgeNumber(report, { path: [...place, "port"], what: "the port", value: port ?? 0, from: 1, to: 65535 });
        const protocol = { path: [...place, "appProtocol"], what: "appProtocol", text: appProtocol };
        if (appProtocol !== undefined) judgeText(report, { ...protocol, problem: qualifiedNameProblem });
      });
    });
  },
});
