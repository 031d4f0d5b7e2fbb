import { shown, UserError } from "@kit/errors";
import type { WorkloadKind } from "@kit/kube";

/** Where the objects of a kind have what they say of their pods, as ways through fields: `spec.podTemplate`. */
export interface WorkloadPlaces {
  readonly template: string;
  /** The number of pods. Default: the kind has none. */
  readonly replicas?: string;
  /** Which pods are its own, a label selector or a map of labels. Default: its controller makes one. */
  readonly selector?: string;
  /** Whether pods that run are replaced when the template changes. Default: they are. */
  readonly rolls?: boolean;
}

/** A kind that its owner declares to be a workload: what `packages/definitions/workloads.ts` exports a list of. */
export interface DeclaredWorkload {
  readonly apiVersion: string;
  readonly kind: string;
  readonly workload: WorkloadKind;
}

/** A kind, by its class or by its name. */
interface KindOf<Fields> {
  readonly apiVersion: string;
  readonly kind: string;
  new (fields: never): Fields;
}

/** What is at a way through fields; `never` where there is no such field. */
type At<Value, Path> = Path extends `${infer Field}.${infer Rest}`
  ? At<NonNullable<FieldOf<Value, Field>>, Rest>
  : FieldOf<Value, Path>;
type FieldOf<Value, Field> = Field extends keyof Value ? Value[Field] : never;
type Way<Fields, Text extends string> = [At<Fields, Text>] extends [never] ? `there is no field ${Text}` : Text;

/**
 * Declares that the objects of a kind make pods, so that they are judged, rolled and counted as a Deployment is.
 *
 * @param kind Its class, by which the compiler checks the places; a kind without one by `{ apiVersion, kind }`.
 * @throws UserError where a place is not a way through fields.
 */
export function workload<
  Fields,
  Template extends string,
  Replicas extends string = never,
  Selector extends string = never,
>(
  kind: KindOf<Fields>,
  places: {
    readonly template: Way<Fields, Template>;
    readonly replicas?: Way<Fields, Replicas>;
    readonly selector?: Way<Fields, Selector>;
    readonly rolls?: boolean;
  },
): DeclaredWorkload;
export function workload(
  kind: { readonly apiVersion: string; readonly kind: string; readonly prototype?: never },
  places: WorkloadPlaces,
): DeclaredWorkload;
export function workload(
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  { template, replicas, selector, rolls = true }: WorkloadPlaces,
): DeclaredWorkload {
  const way = (name: string, text: string): readonly string[] => {
    if (typeof text === "string" && /^[^.\s[\]]+(?:\.[^.\s[\]]+)*$/.test(text)) return text.split(".");
    throw new UserError({
      code: "definition-invalid",
      what: `${name} of the workload ${kind} is ${shown(text)}, and not a way through fields`,
      where: "workload",
      next: 'write the fields with dots between them, such as "spec.template"; lists cannot be in it',
    });
  };
  return {
    apiVersion,
    kind,
    workload: {
      template: way("template", template),
      ...(replicas === undefined ? {} : { replicas: way("replicas", replicas) }),
      ...(selector === undefined ? {} : { selector: way("selector", selector) }),
      rolls,
    },
  };
}

/** Whether a value is what `workload` makes. */
export function isDeclaredWorkload(value: unknown): value is DeclaredWorkload {
  const { apiVersion, kind, workload: said } = (value ?? {}) as Partial<DeclaredWorkload>;
  return typeof apiVersion === "string" && typeof kind === "string" && Array.isArray(said?.template);
}
