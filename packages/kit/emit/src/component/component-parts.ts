import type { DefinedKind, JsonObject } from "@kit/kube";
import type { FiledObject } from "../emitted-object.ts";

/** What an environment has beyond the bases of its services. */
export interface ComponentParts {
  /** The environment's id. */
  readonly id: string;
  /** The package of the environments. */
  readonly where: string;
  readonly namespace: string;
  /** Objects that only this environment has. */
  readonly resources: readonly FiledObject[];
  /** Objects of the bases. One that is wanted as it is costs nothing. */
  readonly changed: readonly ChangedObject[];
  /** The kinds that the environment's objects define. */
  readonly defined: readonly DefinedKind[];
}

interface ChangedObject {
  /** As in its base. */
  readonly object: FiledObject;
  readonly wanted: JsonObject;
}
