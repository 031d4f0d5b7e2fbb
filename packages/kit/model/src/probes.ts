import type { IContainer } from "kubernetes-models/v1/Container";
import type { IProbe } from "kubernetes-models/v1/Probe";

/** What a probe does: one of `httpGet`, `tcpSocket`, `exec` and `grpc`, as Kubernetes has them. */
export type ProbeHandler = Pick<IProbe, "exec" | "grpc" | "httpGet" | "tcpSocket">;

/**
 * The two probes of a container, to be spread into it: `...probes({ httpGet: { path: "/healthz", port: "http" } })`.
 *
 * Every ten seconds: after three answers that fail the pod gets no more requests, after six it starts again. So what is slow for
 * a moment is spared, and what hangs does not stay: a restart in the same moment would take the pods of a loaded service away
 * one after the other.
 *
 * @param alive Asks whether the container has to start again.
 * @param ready Asks whether it can answer now. Default: as `alive` asks.
 */
export function probes(
  alive: ProbeHandler,
  ready: ProbeHandler = alive,
): Pick<IContainer, "livenessProbe" | "readinessProbe"> {
  return {
    livenessProbe: { ...alive, ...timing, failureThreshold: 6 },
    readinessProbe: { ...ready, ...timing, failureThreshold: 3 },
  };
}

/** The kubelet's own second is short for a container whose CPU is used up. */
const timing = { periodSeconds: 10, timeoutSeconds: 3 };
