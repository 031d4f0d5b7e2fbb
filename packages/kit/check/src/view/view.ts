import type { KindSchema } from "@kit/schema";
import type { EnvironmentView } from "./environment-view.ts";
import { apiVersions, type KindName, type Kinds, type Loose } from "./kinds.ts";

/** An object as checks read it. */
export interface View<Kind extends KindName = KindName> {
  readonly apiVersion: string;
  readonly kind: string;
  /** `""` where it has none. */
  readonly name: string;
  /** The namespace that it ends in: that of its environment where it names none; undefined for what is in no namespace. */
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Without what the schema says is wrong or unknown; of a kind without a schema, all that is there. */
  readonly data: Loose<Kinds[Kind]>;
  /** As it was read. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Undefined where the kind is not in the table. */
  readonly schema: KindSchema | undefined;
  readonly where: string;
  readonly document: number;
  readonly source: string | undefined;
  readonly environment: EnvironmentView;
}

/** Whether an object is of a kind, in the version that the checks know. */
export function isKind<Kind extends KindName>(object: View, kind: Kind): object is View<Kind> {
  return object.kind === kind && object.apiVersion === apiVersions[kind];
}
