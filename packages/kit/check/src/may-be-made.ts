import { isNamespaceOfServer, madeByOperator } from "@kit/kube";
import type { FindingDraft } from "./define-check.ts";
import { perEnvironment } from "./per-environment.ts";
import type { Rule } from "./rbac.ts";
import type { EnvironmentView, View } from "./view/index.ts";

type Objects = EnvironmentView<"objects">;

/** Something that is not among the objects, but that others may make. */
export interface Missing {
  /** `Pod` for whatever makes pods. */
  readonly kind: string;
  /** Undefined for what is in none. */
  readonly namespace: string | undefined;
}

/**
 * A finding about what is missing. It is a note with the reason where the cluster, a custom resource's operator or a program
 * among the objects may make it: that it is missing is not certain then.
 */
export function saidOfMissing(environment: Objects, missing: Missing, said: FindingDraft): FindingDraft {
  const maker = makerOf(environment, missing);
  return maker === undefined
    ? said
    : {
        ...said,
        severity: "info",
        message: `${said.message}; ${maker} may make ${missing.kind === "Pod" ? "such pods" : "it"}`,
      };
}

function makerOf(environment: Objects, { kind, namespace }: Missing): string | undefined {
  if (namespace !== undefined && isNamespaceOfServer(namespace)) return "the cluster itself";
  const found = makersIn(environment).find(
    ({ kinds, namespaces }) =>
      (kinds === undefined || kinds.has(kind)) &&
      (namespaces === undefined || (namespace !== undefined && namespaces.has(namespace))),
  );
  return found?.who;
}

interface Maker {
  /** `the HelmRelease external-secrets`. */
  readonly who: string;
  /** Undefined where it may be any. */
  readonly kinds: ReadonlySet<string> | undefined;
  /** Undefined where it may be any, and what is in none. */
  readonly namespaces: ReadonlySet<string> | undefined;
}

const makersIn = perEnvironment((environment: Objects): readonly Maker[] => [
  ...environment.objects.flatMap(operatorOf),
  ...programsOf(environment),
]);

function operatorOf(object: View): Maker[] {
  const made = madeByOperator(object);
  if (made === undefined) return [];
  const { kinds, namespaces } = made;
  return [{ who: `the ${object.kind} ${object.name}`, kinds: setOf(kinds), namespaces: setOf(namespaces) }];
}

function setOf(names: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return names && new Set(names);
}

/** Programs of the environment with the right to make objects. */
function programsOf(environment: Objects): Maker[] {
  const accounts = new Set(
    environment.pods.map(
      ({ namespace, spec }) => `${namespace}/${spec.serviceAccountName ?? spec.serviceAccount ?? "default"}`,
    ),
  );
  const bindings = [...environment.of("RoleBinding"), ...environment.of("ClusterRoleBinding")];
  return bindings.flatMap(({ kind, namespace, data }): Maker[] => {
    const subject = ((data.subjects ?? []) as readonly Subject[]).find(
      ({ kind: of, name = "", namespace: place = namespace ?? "" }) =>
        of === "ServiceAccount" && accounts.has(`${place}/${name}`),
    );
    if (subject === undefined) return [];
    const { kind: roleKind = "", name = "" } = data.roleRef ?? {};
    const role =
      roleKind === "Role"
        ? environment.find("Role", namespace, name)
        : environment.find("ClusterRole", undefined, name);
    const kinds = role === undefined ? ofBuiltIn(roleKind, name) : kindsMadeBy(role.data.rules ?? []);
    if (kinds?.size === 0) return [];
    const namespaces = kind === "RoleBinding" ? new Set([namespace ?? "default"]) : undefined;
    return [{ who: `the program with the ServiceAccount ${subject.name}`, kinds, namespaces }];
  });
}

interface Subject {
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
}

/** Those of every cluster that may make what others name. */
function ofBuiltIn(kind: string, name: string): ReadonlySet<string> | undefined {
  return kind === "ClusterRole" && ["admin", "cluster-admin", "edit"].includes(name) ? undefined : new Set();
}

const kindsOf: Readonly<Record<string, readonly string[]>> = {
  configmaps: ["ConfigMap"],
  cronjobs: ["CronJob", "Pod"],
  daemonsets: ["DaemonSet", "Pod"],
  deployments: ["Deployment", "Pod"],
  jobs: ["Job", "Pod"],
  persistentvolumeclaims: ["PersistentVolumeClaim"],
  pods: ["Pod"],
  priorityclasses: ["PriorityClass"],
  replicasets: ["ReplicaSet", "Pod"],
  replicationcontrollers: ["ReplicationController", "Pod"],
  roles: ["Role"],
  serviceaccounts: ["ServiceAccount"],
  services: ["Service"],
  statefulsets: ["StatefulSet", "Pod"],
};

/** Undefined where it is any kind. */
function kindsMadeBy(rules: readonly Rule[]): ReadonlySet<string> | undefined {
  const making = rules.filter(({ verbs = [] }) => verbs.includes("create") || verbs.includes("*"));
  const resources = making.flatMap(({ resources: named = [] }) => named);
  if (resources.includes("*")) return undefined;
  return new Set(resources.flatMap((resource) => kindsOf[resource] ?? []));
}
