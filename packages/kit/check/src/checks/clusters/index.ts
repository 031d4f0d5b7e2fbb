import { capacityFits } from "./capacity-fits.ts";
import { capacityTarget } from "./capacity-target.ts";
import { ingressHostPathClash } from "./ingress-host-path-clash.ts";
import { nodePortClash } from "./node-port-clash.ts";
import { objectClash } from "./object-clash.ts";

/** What two environments of one cluster cannot both have, and what a cluster has no room for. */
export const clusters = [capacityFits, capacityTarget, ingressHostPathClash, nodePortClash, objectClash] as const;
