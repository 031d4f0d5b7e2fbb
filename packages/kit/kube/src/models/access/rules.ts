import { groupOf } from "@kit/schema";
import { at, listOf, mapOf, textOf, type Loose } from "../../loose.ts";
import { selects } from "../../selector.ts";
import { defaulted } from "../defaults/defaulted.ts";

/** A rule of a role, and where it holds. */
export interface Grant {
  readonly verbs: readonly string[];
  readonly groups: readonly string[];
  /** With the subresource: `pods`, `pods/exec`. */
  readonly resources: readonly string[];
  /** Empty is every name. */
  readonly names: readonly string[];
  readonly urls: readonly string[];
  /** A namespace; undefined is all of the cluster. */
  readonly namespace: string | undefined;
  /** A role that is not here, whose rules nobody knows: the others are empty then. */
  readonly role: string | undefined;
}

/** What somebody asks the API server for. */
export interface AccessRequest {
  readonly verb: string;
  readonly group?: string;
  /** With the subresource. */
  readonly resource?: string;
  readonly name?: string;
  /** Undefined is an object of the cluster, or all namespaces at once. */
  readonly namespace?: string | undefined;
  readonly url?: string;
}

/** A subject as bindings name it. */
export interface AccessSubject {
  readonly kind: string;
  readonly name: string;
  /** Of a ServiceAccount. */
  readonly namespace: string | undefined;
}

/** A binding, or a role. */
export interface AccessObject {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

/** Roles and bindings of a world, looked up by name. */
export interface Access {
  readonly roles: ReadonlyMap<string, Loose>;
  /** Roles that would be here if there were any: of others nobody knows the rules. */
  readonly known: ReadonlySet<string>;
  readonly bindings: readonly Binding[];
}

interface Binding extends AccessObject {
  readonly role: AccessObject;
  readonly subjects: readonly AccessSubject[];
}

/**
 * The roles and bindings among some objects.
 *
 * @param others Of another world: what is a role there and not here is gone, and not one that nobody knows.
 */
export function accessOf(objects: readonly Loose[], others: readonly Loose[] = []): Access {
  const own = objects.filter(isOfAccess);
  const roles = own.filter(isRole);
  const bindings = own.filter(({ kind }) => kind === "RoleBinding" || kind === "ClusterRoleBinding");
  return {
    roles: new Map(roles.map((role) => [keyOf(idOf(role)), role])),
    known: new Set([...roles, ...others.filter(isOfAccess).filter(isRole)].map((role) => keyOf(idOf(role)))),
    bindings: bindings.map((object) => {
      const { roleRef, subjects } = defaulted(object);
      const id = idOf(object);
      const kind = textOf(at(roleRef, "kind")) ?? "";
      return {
        ...id,
        role: { kind, name: textOf(at(roleRef, "name")) ?? "", namespace: kind === "Role" ? id.namespace : undefined },
        subjects: listOf(subjects).map((one) => subjectOf(mapOf(one), id.namespace)),
      };
    }),
  };
}

/** What a role allows, with those that it gathers by their labels. */
export function grantsOf(access: Access, role: AccessObject, namespace: string | undefined): Grant[] {
  const found = access.roles.get(keyOf(role));
  if (found === undefined && access.known.has(keyOf(role))) return [];
  if (found === undefined)
    return [role.name === "cluster-admin" ? everything : { ...nothing, namespace, role: `${role.kind} ${role.name}` }];
  const gathered = gatheredBy(access, found);
  return [found, ...gathered].flatMap((one) => listOf(one["rules"]).map((rule) => grantOf(mapOf(rule), namespace)));
}

/** All that somebody may do, also as a member of the groups that a service account is in. */
export function grantsFor(access: Access, subject: AccessSubject): Grant[] {
  const names = [subject, ...groupsOf(subject)].map(subjectKey);
  return access.bindings
    .filter(({ subjects }) => subjects.some((one) => names.includes(subjectKey(one))))
    .flatMap(({ kind, role, namespace }) =>
      grantsOf(access, role, kind === "RoleBinding" ? (namespace ?? "") : undefined),
    );
}

/**
 * Whether grants allow a request.
 *
 * `RuleAllows` of plugin/pkg/auth/authorizer/rbac, and the functions of pkg/apis/rbac/v1/evaluation_helpers.go.
 */
export function isGranted(grants: readonly Grant[], request: AccessRequest): boolean {
  return grants.some((grant) => {
    if (!has(grant.verbs, request.verb)) return false;
    if (request.url !== undefined)
      return grant.namespace === undefined && grant.urls.some((url) => isUrl(url, request.url!));
    if (grant.namespace !== undefined && grant.namespace !== request.namespace) return false;
    const { group = "", resource = "", name } = request;
    if (!has(grant.groups, group) || !isResource(grant.resources, resource)) return false;
    return grant.names.length === 0 || (name !== undefined && grant.names.includes(name));
  });
}

export function keyOf({ kind, name, namespace }: AccessObject): string {
  return `${kind}/${kind.startsWith("Cluster") ? "" : (namespace ?? "")}/${name}`;
}

export function subjectKey({ kind, name, namespace }: AccessSubject): string {
  return `${kind}/${namespace ?? ""}/${name}`;
}

const nothing = { verbs: [], groups: [], resources: [], names: [], urls: [] } as const;
const everything: Grant = {
  verbs: ["*"],
  groups: ["*"],
  resources: ["*"],
  names: [],
  urls: ["*"],
  namespace: undefined,
  role: undefined,
};

function isOfAccess({ apiVersion }: Loose): boolean {
  return groupOf(textOf(apiVersion) ?? "") === "rbac.authorization.k8s.io";
}

function isRole({ kind }: Loose): boolean {
  return kind === "Role" || kind === "ClusterRole";
}

function idOf(object: Loose): AccessObject {
  return {
    kind: textOf(object["kind"]) ?? "",
    name: textOf(at(object, "metadata", "name")) ?? "",
    namespace: textOf(at(object, "metadata", "namespace")),
  };
}

/** A ServiceAccount without a namespace is in that of its RoleBinding. */
function subjectOf({ kind, name, namespace }: Loose, own: string | undefined): AccessSubject {
  const type = textOf(kind) ?? "";
  return {
    kind: type,
    name: textOf(name) ?? "",
    namespace: type === "ServiceAccount" ? (textOf(namespace) ?? own) : undefined,
  };
}

function groupsOf({ kind, namespace }: AccessSubject): AccessSubject[] {
  const names =
    kind === "ServiceAccount" ? ["system:serviceaccounts", `system:serviceaccounts:${namespace ?? ""}`] : [];
  const all = kind === "Group" ? names : [...names, "system:authenticated"];
  return all.map((name) => ({ kind: "Group", name, namespace: undefined }));
}

/** A role with an aggregationRule has the rules of those that it selects, and of these what they gather. */
function gatheredBy(access: Access, role: Loose, above: readonly Loose[] = []): Loose[] {
  const selectors = listOf(at(role, "aggregationRule", "clusterRoleSelectors")).map(mapOf);
  const found = [...access.roles.values()].filter(
    (one) =>
      one["kind"] === "ClusterRole" &&
      one !== role &&
      !above.includes(one) &&
      selectors.some((selector) => selects(selector, mapOf(at(one, "metadata", "labels")))),
  );
  return found.flatMap((one) => [one, ...gatheredBy(access, one, [...above, role])]);
}

function grantOf(rule: Loose, namespace: string | undefined): Grant {
  const texts = (field: string): string[] => listOf(rule[field]).filter((one) => typeof one === "string");
  return {
    verbs: texts("verbs"),
    groups: texts("apiGroups"),
    resources: texts("resources"),
    names: texts("resourceNames"),
    urls: texts("nonResourceURLs"),
    namespace,
    role: undefined,
  };
}

function has(list: readonly string[], one: string): boolean {
  return list.includes("*") || list.includes(one);
}

function isResource(list: readonly string[], resource: string): boolean {
  const [, sub] = resource.split("/");
  return has(list, resource) || (sub !== undefined && list.includes(`*/${sub}`));
}

function isUrl(rule: string, url: string): boolean {
  if (rule === "*" || rule === url) return true;
  return rule.endsWith("*") && url.startsWith(rule.replace(/\*+$/, ""));
}
