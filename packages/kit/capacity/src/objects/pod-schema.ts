import * as v from "valibot";
import { amounts } from "./amount-schema.ts";
import { affinity, labels, spreadConstraint, toleration } from "./selector-schema.ts";

const resources = v.nullish(v.object({ requests: amounts, limits: amounts }), {});

const container = v.object({
  resources,
  restartPolicy: v.nullish(v.string()),
  ports: v.nullish(
    v.array(
      v.object({
        containerPort: v.nullish(v.number(), 0),
        hostPort: v.nullish(v.number(), 0),
        hostIP: v.nullish(v.string(), ""),
        protocol: v.nullish(v.string(), "TCP"),
      }),
    ),
    [],
  ),
});

/** What a container, or a pod as a whole, says of its resources. */
export type Resources = v.InferOutput<typeof resources>;
export type Container = v.InferOutput<typeof container>;

const podSpec = v.object({
  containers: v.array(container, "must be a list of containers"),
  initContainers: v.nullish(v.array(container), []),
  overhead: amounts,
  resources,
  nodeName: v.nullish(v.string(), ""),
  nodeSelector: labels,
  affinity,
  tolerations: v.nullish(v.array(toleration), []),
  topologySpreadConstraints: v.nullish(v.array(spreadConstraint), []),
  hostNetwork: v.nullish(v.boolean(), false),
  priority: v.nullish(v.number()),
  priorityClassName: v.nullish(v.string(), ""),
  runtimeClassName: v.nullish(v.string(), ""),
  terminationGracePeriodSeconds: v.nullish(v.number(), 30),
});

/** What of a pod's spec decides where it can run, with defaults. */
export type PodSpec = v.InferOutput<typeof podSpec>;

export const podTemplate = v.object({
  metadata: v.nullish(v.object({ labels }), {}),
  spec: podSpec,
});

/** The pods of a workload: their labels and spec. */
export type ParsedPodTemplate = v.InferOutput<typeof podTemplate>;
