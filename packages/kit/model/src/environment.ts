import { dnsLabelProblem } from "@kit/kube/names";
import * as v from "valibot";
import { clusterSchema } from "./cluster.ts";
import { isKubeObject, type KubeObject } from "./kube-object.ts";
import { isPolicy, type Policy } from "./policy.ts";
import { isPreview, type Preview } from "./preview.ts";
import type { SecretContract } from "./secret.ts";
import { isSecretSource, type SecretSource } from "./secret-source.ts";
import { oneOf } from "./values.ts";

const id = v.pipe(
  v.string("must be a string"),
  v.regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\/[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    'must be the path of its overlay below overlays/, such as "dev" or "shop/prod": lower-case letters, digits and -',
  ),
);

const dnsLabel = v.pipe(
  v.string("must be a string"),
  v.check(
    (text) => dnsLabelProblem(text) === undefined,
    'must be a DNS label, such as "shop-prod": at most 63 lower-case letters, digits and -, with a letter or digit at both ends',
  ),
);

/** What every environment has, whatever its system. */
export const baseEntries = {
  /** The environment's path below `overlays/`. */
  id,
  environment: oneOf("development", "staging", "production"),
  /** Whether it is built and judged as production is (`isAsProduction`). Default: everywhere but in development. */
  asProduction: v.optional(v.boolean("must be true or false")),
  /** The namespace of every object, and of every ServiceAccount that a binding names, which says none itself. */
  namespace: dnsLabel,
  cluster: clusterSchema,
  /** The system's services that run here. Default: all. */
  services: v.optional(v.array(v.string("must be the name of a service"))),
  /** Objects that only this environment has and no service owns, such as its Namespace. */
  objects: v.optional(
    v.array(
      v.custom<KubeObject>(isKubeObject, "must be an object of a kubernetes-models class, such as new Namespace({…})"),
    ),
  ),
  /** The Secrets that must exist before it is deployed. */
  secrets: v.optional(v.array(v.custom<SecretContract>(isContract, "must be what defineSecret returns"))),
  /** Where their values come from: one source, or one for some of them each. Default: see `secretSourceOf`. */
  secretSource: v.optional(
    v.custom<SecretSource | readonly SecretSource[]>(
      isSecretSource,
      "must be secretsByHand(), externalSecrets(…), sealedSecret(…), sopsFile(…) or a list of them",
    ),
  ),
  /** How the checks judge it, where that differs from what its system and the repository say. */
  policy: v.optional(v.custom<Policy>(isPolicy, "must be what definePolicy returns")),
  /** Where each pull request gets one of it: what `definePreview` has of that. */
  preview: v.optional(v.custom<Preview>(isPreview, "must be what definePreview sets, and nobody else")),
};

/** What the kit itself knows of an environment. */
export type Environment = v.InferOutput<v.StrictObjectSchema<typeof baseEntries, undefined>>;

/** Defines an environment; `Env` is `EnvironmentOf<typeof schema>` of its system. */
export function defineEnvironment<Env extends Environment>(environment: Env): Env {
  return environment;
}

function isContract(value: unknown): boolean {
  return typeof value === "object" && value !== null && "name" in value && "keys" in value;
}
