import type { Pods } from "./pods.ts";

/**
 * Where connections go, by TCP:
 *
 * - a container port of other pods,
 * - a port of any host, because a network policy cannot name hosts outside of the cluster,
 * - the port of a URL, of any host too. Nothing where the URL is of a Service in the cluster: name its pods then.
 */
export type Destination =
  | (Pods & { readonly port: number; readonly url?: never })
  | { readonly port: number; readonly url?: never; readonly podLabels?: never; readonly namespace?: never }
  | { readonly url: string; readonly port?: never; readonly podLabels?: never; readonly namespace?: never };
