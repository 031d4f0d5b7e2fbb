import { perEnvironment } from "./per-environment.ts";
import type { EnvironmentView } from "./view/index.ts";

/** Who in a cluster gets rights. */
interface Subject {
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
}

/** Whether a role binding of the environment gives rights to a ServiceAccount. */
export function hasRights(environment: EnvironmentView<"objects">, namespace: string, name: string): boolean {
  return boundAccounts(environment).has(`${namespace}/${name}`);
}

const boundAccounts = perEnvironment((environment: EnvironmentView<"objects">) => {
  const bindings = [...environment.of("RoleBinding"), ...environment.of("ClusterRoleBinding")];
  return new Set(
    bindings.flatMap(({ namespace: own = "", data }) =>
      ((data.subjects ?? []) as readonly Subject[])
        .filter(({ kind }) => kind === "ServiceAccount")
        .map(({ namespace = own, name = "" }) => `${namespace}/${name}`),
    ),
  );
});
