import type { Path } from "@kit/schema";
import { clashes, otherText } from "../../clashes.ts";
import { clusterCheck } from "../../define-check.ts";
import type { View } from "../../view/index.ts";

// The API server gives a node port to one Service only, whatever the protocol; within one, protocols may share it.
export const nodePortClash = clusterCheck({
  id: "node-port-clash",
  group: "clusters",
  severity: "error",
  title: "two Services of one cluster claim the same node port",
  needs: ["objects"],
  run: ({ environments }, report) => {
    const claims = environments.flatMap((environment) =>
      environment
        .of("Service")
        .flatMap((service) => claimsOf(service).map((claim) => ({ ...claim, environment: environment.id }))),
    );
    for (const { claim, other } of clashes(claims)) {
      report(claim.object, {
        message: `node port ${claim.key} is also claimed by ${otherText(claim, other)}`,
        fix: "give one of them another node port, or another cluster",
        path: claim.path,
      });
    }
  },
});

function claimsOf(service: View<"Service">): { key: string; object: View; path: Path }[] {
  const { ports = [], healthCheckNodePort } = service.data.spec ?? {};
  const claimed = new Map<number, Path>();
  ports.forEach(({ nodePort = 0 }, index) => {
    if (nodePort !== 0 && !claimed.has(nodePort)) claimed.set(nodePort, ["spec", "ports", index, "nodePort"]);
  });
  if (healthCheckNodePort !== undefined && healthCheckNodePort !== 0) {
    claimed.set(healthCheckNodePort, ["spec", "healthCheckNodePort"]);
  }
  return [...claimed].map(([port, path]) => ({ key: String(port), object: service, path }));
}
