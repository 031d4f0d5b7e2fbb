import * as v from "valibot";
import { podTemplate } from "./pod-schema.ts";
import { labels, labelSelector } from "./selector-schema.ts";

const whole = v.pipe(v.number("must be a number"), v.integer("must be whole"), v.minValue(0, "must not be negative"));
const percentage = v.pipe(v.string(), v.regex(/^\d+%$/, 'must be a whole number or a percentage such as "25%"'));
export const countOrPercentage = v.union([whole, percentage], 'must be a whole number or a percentage such as "25%"');

/** A number of pods, or a percentage of them such as `25%`. */
export type CountOrPercentage = number | string;

const rolling = v.nullish(
  v.object({ maxSurge: v.nullish(countOrPercentage), maxUnavailable: v.nullish(countOrPercentage) }),
  {},
);

export const deployment = v.object({
  replicas: v.nullish(whole, 1),
  selector: v.nullish(labelSelector),
  strategy: v.nullish(v.object({ type: v.nullish(v.string(), "RollingUpdate"), rollingUpdate: rolling }), {}),
  template: podTemplate,
});

/** ReplicaSet, ReplicationController and StatefulSet: so many pods, and none more while they roll. */
export const replicated = v.object({
  replicas: v.nullish(whole, 1),
  updateStrategy: v.nullish(v.object({ type: v.nullish(v.string(), "RollingUpdate") }), {}),
  template: podTemplate,
});

export const daemonSet = v.object({
  updateStrategy: v.nullish(v.object({ type: v.nullish(v.string(), "RollingUpdate"), rollingUpdate: rolling }), {}),
  template: podTemplate,
});

export const job = v.object({
  parallelism: v.nullish(whole, 1),
  completions: v.nullish(whole),
  suspend: v.nullish(v.boolean(), false),
  template: podTemplate,
});

export const cronJob = v.object({ suspend: v.nullish(v.boolean(), false), jobTemplate: v.object({ spec: job }) });

export const autoscaler = v.object({
  scaleTargetRef: v.object({ kind: v.string(), name: v.string() }),
  minReplicas: v.nullish(whole, 1),
  maxReplicas: whole,
});

export const service = v.object({ selector: labels });

/** What every object has; `labels` matter for a Namespace, `value` for a PriorityClass. */
export const anyObject = v.looseObject({
  apiVersion: v.string(),
  kind: v.string(),
  metadata: v.looseObject({ name: v.string(), namespace: v.nullish(v.string(), "default"), labels }),
});
