import { qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { cidrProblem } from "../../syntax/cidr.ts";
import { ipAddressProblem, ipv6Groups, isIpv4 } from "../../syntax/ip-address.ts";
import type { View } from "../../view/index.ts";

export const serviceAddress = objectCheck({
  id: "service-address",
  group: "api-validity",
  severity: "error",
  title: "a Service's external IP, source range or load balancer class is invalid",
  kinds: ["Service"],
  run: (object, report) => {
    const { externalIPs = [], loadBalancerClass: text, type } = object.data.spec ?? {};
    externalIPs.forEach((address, index) => {
      const path = ["spec", "externalIPs", index];
      judgeText(report, { path, what: "the external IP", text: address, problem: externalIpProblem });
    });
    judgeSources(object, report);
    if (text === undefined || type !== "LoadBalancer") return;
    const path = ["spec", "loadBalancerClass"];
    judgeText(report, { path, what: "loadBalancerClass", text, problem: qualifiedNameProblem });
  },
});

const sourcesAnnotation = "service.beta.kubernetes.io/load-balancer-source-ranges";

/** The ranges are in a field, or where that is empty in an annotation. */
function judgeSources({ data: { spec = {} }, annotations }: View<"Service">, report: ReportFinding): void {
  const { loadBalancerSourceRanges: ranges = [], type = "ClusterIP" } = spec;
  ranges.forEach((range, index) => judgeRange(range, ["spec", "loadBalancerSourceRanges", index], report));
  const annotation = annotations[sourcesAnnotation];
  if (annotation === undefined || ranges.length > 0) return;
  const path = ["metadata", "annotations", sourcesAnnotation];
  if (type !== "LoadBalancer") {
    const message = "the annotation is for a Service of type LoadBalancer only";
    report({ path, message, fix: "remove it, or set the type to LoadBalancer" });
  }
  if (annotation.trim() === "") return;
  for (const range of annotation.split(",")) judgeRange(range, path, report);
}

function judgeRange(range: string, path: Path, report: ReportFinding): void {
  judgeText(report, { path, what: "the source range", text: range.trim(), problem: cidrProblem });
}

function externalIpProblem(text: string): string | undefined {
  const problem = ipAddressProblem(text);
  if (problem !== undefined) return problem;
  const isOf = isIpv4(text) ? ipv4Ranges : ipv6Ranges;
  const kind = Object.entries(isOf).find(([, test]) =>
    test(isIpv4(text) ? text.split(".").map(Number) : ipv6Groups(text)!),
  );
  return kind === undefined ? undefined : `must not be ${kind[0]}`;
}

type Test = (parts: readonly number[]) => boolean;

const ipv4Ranges: Readonly<Record<string, Test>> = {
  "0.0.0.0": (parts) => parts.every((part) => part === 0),
  "a loopback address": ([first]) => first === 127,
  "a link-local address": ([first, second]) => first === 169 && second === 254,
  "a link-local multicast address": ([first, second, third]) => first === 224 && second === 0 && third === 0,
};

const ipv6Ranges: Readonly<Record<string, Test>> = {
  "the address ::": (groups) => groups.every((group) => group === 0),
  "a loopback address": (groups) => groups.slice(0, 7).every((group) => group === 0) && groups[7] === 1,
  "a link-local address": ([first = 0]) => (first & 0xffc0) === 0xfe80,
  "a link-local multicast address": ([first = 0]) => (first & 0xff0f) === 0xff02,
};
