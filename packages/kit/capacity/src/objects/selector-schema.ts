import * as v from "valibot";

export const labels = v.nullish(v.record(v.string(), v.string()), {});

const expression = v.object({
  key: v.string(),
  operator: v.picklist(["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"]),
  values: v.nullish(v.array(v.string()), []),
});

/** One condition on labels. */
export type Expression = v.InferOutput<typeof expression>;

export const labelSelector = v.object({
  matchLabels: labels,
  matchExpressions: v.nullish(v.array(expression), []),
});

/** A selector of objects by their labels; an empty one selects all. */
export type ParsedSelector = v.InferOutput<typeof labelSelector>;

const nodeTerm = v.object({
  matchExpressions: v.nullish(v.array(expression), []),
  matchFields: v.nullish(v.array(expression), []),
});

/** Conditions on a node, of which all must hold; none hold where there are none. */
export type NodeTerm = v.InferOutput<typeof nodeTerm>;

const podTerm = v.object({
  labelSelector: v.nullish(labelSelector),
  topologyKey: v.string(),
  namespaces: v.nullish(v.array(v.string()), []),
  namespaceSelector: v.nullish(labelSelector),
  matchLabelKeys: v.nullish(v.array(v.string()), []),
  mismatchLabelKeys: v.nullish(v.array(v.string()), []),
});

/** Pods to be near to, or away from. */
export type PodTerm = v.InferOutput<typeof podTerm>;

const podAffinity = v.nullish(
  v.object({
    requiredDuringSchedulingIgnoredDuringExecution: v.nullish(v.array(podTerm), []),
    preferredDuringSchedulingIgnoredDuringExecution: v.nullish(
      v.array(v.object({ weight: v.number(), podAffinityTerm: podTerm })),
      [],
    ),
  }),
);

export const affinity = v.nullish(
  v.object({
    nodeAffinity: v.nullish(
      v.object({
        requiredDuringSchedulingIgnoredDuringExecution: v.nullish(v.object({ nodeSelectorTerms: v.array(nodeTerm) })),
        preferredDuringSchedulingIgnoredDuringExecution: v.nullish(
          v.array(v.object({ weight: v.number(), preference: nodeTerm })),
          [],
        ),
      }),
    ),
    podAffinity,
    podAntiAffinity: podAffinity,
  }),
);

export const spreadConstraint = v.object({
  maxSkew: v.number(),
  topologyKey: v.string(),
  whenUnsatisfiable: v.picklist(["DoNotSchedule", "ScheduleAnyway"]),
  labelSelector: v.nullish(labelSelector),
  minDomains: v.nullish(v.number(), 1),
  nodeAffinityPolicy: v.nullish(v.picklist(["Honor", "Ignore"]), "Honor"),
  nodeTaintsPolicy: v.nullish(v.picklist(["Honor", "Ignore"]), "Ignore"),
  matchLabelKeys: v.nullish(v.array(v.string()), []),
});

/** How evenly pods are to be spread over the values of a node label. */
export type SpreadConstraint = v.InferOutput<typeof spreadConstraint>;

export const toleration = v.object({
  key: v.nullish(v.string(), ""),
  operator: v.nullish(v.string(), "Equal"),
  value: v.nullish(v.string(), ""),
  effect: v.nullish(v.string(), ""),
});

/** A taint that a pod does not mind; an empty key or effect stands for every one. */
export type Toleration = v.InferOutput<typeof toleration>;
