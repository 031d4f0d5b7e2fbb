import { dnsLabelProblem, dnsSubdomainProblem } from "@kit/kube/names";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import type { ContainerView, PodView } from "../../view/index.ts";

export const resourceClaim = podCheck({
  id: "resource-claim",
  group: "api-validity",
  severity: "error",
  title: "a pod's resource claim is not one, or a container uses one that the pod does not have",
  run: (pod, report) => {
    judgePodClaims(pod, report);
    const names = new Set(pod.spec.resourceClaims?.map(({ name }) => name));
    for (const container of pod.containers) judgeContainer(container, names, report);
  },
});

function judgePodClaims({ spec: { resourceClaims = [] }, path }: PodView, report: ReportFinding): void {
  resourceClaims.forEach(({ name, resourceClaimName, resourceClaimTemplateName }, index) => {
    const place = [...path, "resourceClaims", index];
    judgeText(report, { path: [...place, "name"], what: "the claim's name", text: name, problem: dnsLabelProblem });
    if (resourceClaimName === undefined && resourceClaimTemplateName === undefined) {
      const fix = "write one of resourceClaimName and resourceClaimTemplateName";
      report({ path: place, message: "the claim has no source", fix });
    } else if (resourceClaimName !== undefined && resourceClaimTemplateName !== undefined) {
      const message = "the claim has resourceClaimName and resourceClaimTemplateName";
      report({ path: place, message, fix: "keep one of them" });
    }
    for (const [field, text] of Object.entries({ resourceClaimName, resourceClaimTemplateName })) {
      if (text === undefined) continue;
      judgeText(report, { path: [...place, field], what: field, text, problem: dnsSubdomainProblem });
    }
  });
}

function judgeContainer({ container, path }: ContainerView, names: ReadonlySet<unknown>, report: ReportFinding): void {
  const whole = new Set<string>();
  const parts = new Set<string>();
  container.resources?.claims?.forEach(({ name = "", request = "" }, index) => {
    const place = [...path, "resources", "claims", index];
    judgeText(report, { path: [...place, "name"], what: "the claim's name", text: name });
    const what = "the request's name";
    judgeOptionalText(report, { path: [...place, "request"], what, text: request, problem: dnsLabelProblem });
    if (name !== "" && !names.has(name)) {
      const message = `the pod has no resource claim ${JSON.stringify(name)}`;
      report({ path: [...place, "name"], message, fix: "name one of spec.resourceClaims" });
    }
    // A claim as a whole is once; a request of one beside the whole claim is the same device twice.
    if (whole.has(name) || (request === "" && parts.has(name))) {
      const message = `the container uses the claim ${JSON.stringify(name)} twice`;
      report({ path: place, message, fix: "use the claim once, or each of its requests" });
    }
    (request === "" ? whole : parts).add(name);
  });
}
