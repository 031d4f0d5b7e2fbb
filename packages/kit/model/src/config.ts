import { UserError } from "@kit/errors";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import type { IEnvVar } from "kubernetes-models/v1/EnvVar";

/** A ConfigMap whose keys the compiler knows: those with a value in every environment, and those that an environment gives. */
export type KnownConfigMap<Always extends string = string, Given extends string = never> = Omit<ConfigMap, "data"> & {
  readonly data: { readonly [K in Always]: string } & { readonly [K in Given]?: string };
};

type Fields<Always extends string> = Omit<NonNullable<ConstructorParameters<typeof ConfigMap>[0]>, "data"> & {
  readonly data?: { readonly [K in Always]: string };
};

/**
 * `new ConfigMap(…)` with keys that the compiler knows: `configEnv` and `patch` take no others.
 *
 * @param perEnvironment The keys whose values depend on the environment: `configure` patches them in.
 */
export function configMap<Always extends string = never, const Given extends string = never>(
  fields: Fields<Always>,
  _keys?: { readonly perEnvironment: readonly Given[] },
): KnownConfigMap<Always, Given> {
  return new ConfigMap(fields) as unknown as KnownConfigMap<Always, Given>;
}

/** The keys of a ConfigMap's data, where the compiler knows them; any text of one made by `new ConfigMap(…)`. */
export type ConfigKey<Config> = Config extends { readonly data: infer Data } ? keyof Data & string : string;

/**
 * An environment variable that reads one key of a ConfigMap.
 *
 * A key that a `configMap(…)` does not have does not compile. Of `new ConfigMap(…)` the check `config-map-key-missing`
 * tells, with the data as each environment patches it.
 *
 * @param variable The variable's name. Default: the key.
 * @throws UserError where the ConfigMap has no name.
 */
export function configEnv<Config extends Pick<ConfigMap, "kind" | "metadata">>(
  config: Config,
  key: NoInfer<ConfigKey<Config>>,
  variable: string = key,
): IEnvVar {
  const name = config.metadata?.name;
  if (name !== undefined) return { name: variable, valueFrom: { configMapKeyRef: { name, key } } };
  throw new UserError({
    code: "object-invalid",
    what: `the variable ${variable} reads a ConfigMap without a name`,
    where: "configEnv",
    next: "give the ConfigMap a metadata.name",
  });
}
