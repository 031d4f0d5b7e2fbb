import type { Identity, JsonObject } from "@kit/kube";
import type { Origins } from "./origins.ts";

/** An object as it is to be in the cluster, but for what its overlay declares. */
export interface ExpectedObject extends Identity {
  /** With the environment's namespace where it has none and is in one. */
  readonly data: JsonObject;
  /** As in `generated/bases`; undefined for an object that only the environment has. */
  readonly base: JsonObject | undefined;
  /** The package that has it, or both where the environment changes it, as the header of its file names them. */
  readonly where: string;
  readonly origins: Origins;
}
