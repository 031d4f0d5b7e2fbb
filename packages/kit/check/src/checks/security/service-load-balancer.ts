import { objectCheck } from "../../define-check.ts";

export const serviceLoadBalancer = objectCheck({
  id: "service-load-balancer",
  group: "security",
  severity: "info",
  title: "a Service is reached through a load balancer of its own, by anybody",
  kinds: ["Service"],
  run: ({ data }, report) => {
    const { type, loadBalancerSourceRanges = [] } = data.spec ?? {};
    if (type !== "LoadBalancer" || loadBalancerSourceRanges.length > 0) return;
    const message = "its load balancer takes requests from anywhere, past the Ingress";
    const fix = "put it behind an Ingress, or say in loadBalancerSourceRanges who may ask";
    report({ path: ["spec", "type"], message, fix });
  },
});
