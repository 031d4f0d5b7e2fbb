import { ingressHostPathClash } from "./ingress-host-path-clash.ts";
import { nodePortClash } from "./node-port-clash.ts";
import { objectClash } from "./object-clash.ts";

/** What two environments of one cluster cannot both have. */
export const clusters = [ingressHostPathClash, nodePortClash, objectClash] as const;
