import { anyObjectCheck } from "../../define-check.ts";

/**
 * What Kubernetes serves by default and calls deprecated, and what to write instead. By hand, from the
 * deprecation notes in k8s.io/api (core/v1/types.go); the versions that are served only on request, such as
 * resource.k8s.io/v1beta2, are not there by default.
 */
const instead: ReadonlyMap<string, string> = new Map([
  ["v1/ComponentStatus", "ask the components' own health endpoints"],
  ["v1/Endpoints", "write an EndpointSlice (discovery.k8s.io/v1)"],
]);

export const deprecatedApi = anyObjectCheck({
  id: "deprecated-api",
  group: "security",
  severity: "warning",
  title: "a kind that Kubernetes still serves, and calls deprecated",
  run: ({ apiVersion, kind }, report) => {
    const fix = instead.get(`${apiVersion}/${kind}`);
    if (fix === undefined) return;
    report({ path: ["kind"], message: `${kind} of ${apiVersion} is deprecated`, fix });
  },
});
