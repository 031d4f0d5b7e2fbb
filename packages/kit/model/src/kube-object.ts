/** What the kit needs of an object: every class of kubernetes-models and of the packages like it is one. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?:
    | {
        readonly name?: string | undefined;
        readonly namespace?: string | undefined;
        readonly labels?: { readonly [key: string]: string } | undefined;
        readonly annotations?: { readonly [key: string]: string } | undefined;
      }
    | undefined;
  /** Throws where a field has the wrong type. */
  validate(): void;
  toJSON(): unknown;
}

/** `Deployment "backend"`: how messages name an object. */
export function describeObject(object: Pick<KubeObject, "kind" | "metadata">): string {
  const name = object.metadata?.name;
  return name === undefined ? `${object.kind} without a name` : `${object.kind} "${name}"`;
}

export function isKubeObject(value: unknown): value is KubeObject {
  const object = value as Partial<KubeObject> | null;
  return (
    typeof object === "object" &&
    object !== null &&
    typeof object.apiVersion === "string" &&
    typeof object.kind === "string" &&
    typeof object.validate === "function" &&
    typeof object.toJSON === "function"
  );
}
