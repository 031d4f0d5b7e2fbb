import type { Problem } from "@kit/errors";
import * as v from "valibot";
import { amounts } from "./amount-schema.ts";
import type { ParsedPodTemplate } from "./pod-schema.ts";
import { readAs, type ReadObject } from "./read-object.ts";
import type { CapacityWorkload } from "./workload.ts";
import { labels, toleration } from "./selector-schema.ts";

const runtimeClass = v.object({
  overhead: v.nullish(v.object({ podFixed: amounts }), { podFixed: {} }),
  scheduling: v.nullish(v.object({ nodeSelector: labels, tolerations: v.nullish(v.array(toleration), []) })),
});

/** What a RuntimeClass adds to pods. */
export type RuntimeClass = v.InferOutput<typeof runtimeClass>;

interface WithClasses {
  readonly workloads: readonly CapacityWorkload[];
  readonly runtimes: ReadonlyMap<string, RuntimeClass>;
}

/** The RuntimeClasses among objects, by name. */
export function runtimeClassesOf(objects: readonly ReadObject[], problems: Problem[]): Map<string, RuntimeClass> {
  const found = objects.filter(({ kind }) => kind === "RuntimeClass");
  return new Map(
    found.flatMap((object): [string, RuntimeClass][] => {
      const read = readAs(object, runtimeClass, undefined, problems);
      return read === undefined ? [] : [[object.name, read]];
    }),
  );
}

/**
 * Environments with what the RuntimeClasses of their cluster add to their pods: overhead, a node selection and tolerations
 * (plugin/pkg/admission/runtimeclass).
 */
export function withRuntimeClasses<Environment extends WithClasses>(
  environments: readonly Environment[],
): Environment[] {
  const classes = new Map(environments.flatMap(({ runtimes }) => [...runtimes]));
  return environments.map((environment) => ({
    ...environment,
    workloads: environment.workloads.map((workload) => {
      const { runtimeClassName: name } = workload.template.spec;
      const known = classes.get(name);
      if (name === "") return workload;
      return known === undefined
        ? { ...workload, runtimeUnknown: true }
        : { ...workload, template: withClass(workload.template, known) };
    }),
  }));
}

function withClass(template: ParsedPodTemplate, { overhead, scheduling }: RuntimeClass): ParsedPodTemplate {
  const { spec } = template;
  return {
    ...template,
    spec: {
      ...spec,
      overhead: overhead.podFixed,
      nodeSelector: { ...spec.nodeSelector, ...scheduling?.nodeSelector },
      tolerations: [...spec.tolerations, ...(scheduling?.tolerations ?? [])],
    },
  };
}
