import type { Loose } from "../../loose.ts";
import {
  accessOf,
  grantsFor,
  grantsOf,
  isGranted,
  keyOf,
  subjectKey,
  type Access,
  type AccessObject,
  type AccessRequest,
  type Grant,
  type AccessSubject,
} from "./rules.ts";

/** What somebody may do after and not before, and the other way round. */
export interface AccessChange {
  /** `ServiceAccount shop/web`, or `whoever is bound to ClusterRole a` of a role that nothing here binds. */
  readonly who: string;
  /** `get, list pods of shop`, each once; the most that is told. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/**
 * What a change of a role or binding comes to: for everybody who has to do with it, all roles of the one world against all of the
 * other. What another role gives anyway is neither gained nor lost.
 *
 * @param before All objects of the world, or at least its roles and bindings.
 * @param of The role or binding that is asked about.
 */
export function accessChanges(before: readonly Loose[], after: readonly Loose[], of: AccessObject): AccessChange[] {
  const [own, others] = [knownAccess(before, after), knownAccess(after, before)];
  const subjects = [
    ...new Map([...subjectsOf(own, of), ...subjectsOf(others, of)].map((one) => [subjectKey(one), one])).values(),
  ];
  const found = subjects.map((one) => compared(subjectText(one), grantsFor(own, one), grantsFor(others, one)));
  if (subjects.length === 0 && of.kind.endsWith("Role")) {
    const who = `whoever is bound to ${of.kind} ${of.name}`;
    found.push(compared(who, ofRole(own, of), ofRole(others, of)), ...ofLabels(own, others, of));
  }
  const real = found.filter(({ gained, lost }) => gained.length + lost.length > 0);
  const same = Map.groupBy(real, ({ gained, lost }) => JSON.stringify([gained, lost]));
  return [...same.values()].map((all) => ({ ...all[0]!, who: all.map(({ who }) => who).join(", ") }));
}

// Each changed role is asked about in the same two worlds.
const worlds = new WeakMap<readonly Loose[], WeakMap<readonly Loose[], Access>>();

function knownAccess(objects: readonly Loose[], others: readonly Loose[]): Access {
  const known = worlds.get(objects) ?? new WeakMap<readonly Loose[], Access>();
  worlds.set(objects, known);
  const access = known.get(others) ?? accessOf(objects, others);
  known.set(others, access);
  return access;
}

function ofRole(access: Access, role: AccessObject): Grant[] {
  return access.roles.has(keyOf(role)) ? grantsOf(access, role, undefined) : [];
}

/** Those whom a binding names; of a role those of its bindings, and of the roles that gather it. */
function subjectsOf(access: Access, of: AccessObject): readonly AccessSubject[] {
  if (of.kind.endsWith("Binding"))
    return access.bindings.filter((one) => keyOf(one) === keyOf(of)).flatMap(({ subjects }) => subjects);
  const rules = ofRole(access, of).map((one) => JSON.stringify({ ...one, namespace: undefined }));
  return access.bindings
    .filter(({ role }) => {
      if (keyOf(role) === keyOf(of)) return true;
      if (!access.roles.has(keyOf(role)) || rules.length === 0) return false;
      const all = new Set(grantsOf(access, role, undefined).map((one) => JSON.stringify(one)));
      return rules.every((rule) => all.has(rule));
    })
    .flatMap(({ subjects }) => subjects);
}

const toBuiltIn = /^rbac\.authorization\.k8s\.io\/aggregate-to-(.+)$/;

/** What the server's own roles gather by labels: admin, edit and view. */
function ofLabels(own: Access, others: Access, of: AccessObject): AccessChange[] {
  const [was, is] = [own, others].map((access) => gatherers(access, of)) as [string[], string[]];
  return [...new Set([...was, ...is])].map((role) =>
    compared(
      `whoever has ClusterRole ${role}`,
      was.includes(role) ? ofRole(own, of) : [],
      is.includes(role) ? ofRole(others, of) : [],
    ),
  );
}

function gatherers({ roles }: Access, of: AccessObject): string[] {
  const metadata = roles.get(keyOf(of))?.["metadata"] as { labels?: Loose } | undefined;
  return Object.entries(metadata?.labels ?? {}).flatMap(([label, value]) => {
    const [, role] = toBuiltIn.exec(label) ?? [];
    return role === undefined || value !== "true" ? [] : [role];
  });
}

function compared(who: string, before: readonly Grant[], after: readonly Grant[]): AccessChange {
  const requests = requestsOf([...before, ...after]);
  const only = (some: readonly Grant[], not: readonly Grant[]): string[] => [
    ...saidOf(
      requests.filter((one) => isGranted(some, one) && !isGranted(not, one)),
      requests,
    ),
    ...rolesOnly(some, not),
  ];
  return { who, gained: only(after, before), lost: only(before, after) };
}

/** Roles that are not here, by name. */
function rolesOnly(some: readonly Grant[], not: readonly Grant[]): string[] {
  const known = new Set(not.flatMap(roleText));
  // Whoever may do everything gets nothing more by a role.
  const mayAll = not.some(
    ({ verbs, groups, resources, namespace }) =>
      [verbs, groups, resources].every((list) => list.includes("*")) && namespace === undefined,
  );
  return mayAll ? [] : [...new Set(some.flatMap(roleText))].filter((one) => !known.has(one));
}

function roleText({ role, namespace }: Grant): string[] {
  return role === undefined ? [] : [`all that ${role} allows${placeText(namespace)}`];
}

/** What stands for all that nobody names. */
const other = "*other*";

/** Requests that tell grants apart: what they name, each with every verb that one of them names, and one that none does. */
function requestsOf(grants: readonly Grant[]): AccessRequest[] {
  const verbs = [...new Set([...grants.flatMap((one) => one.verbs).filter((verb) => verb !== "*"), other])];
  const namespaces = [...new Set([...grants.map(({ namespace }) => namespace), undefined])];
  const targets = new Map<string, AccessRequest>();
  const add = (target: Omit<AccessRequest, "verb">): void => {
    for (const verb of verbs) targets.set(JSON.stringify([verb, target]), { verb, ...target });
  };
  for (const { groups, resources, names, urls } of grants) {
    for (const group of groups) {
      for (const resource of resources) {
        for (const name of names.length === 0 ? [other] : [...names, other]) {
          for (const namespace of namespaces) {
            const target = { group: nameOrOther(group), resource: resource.replace(/^\*/, other), name };
            add({ ...target, ...(namespace === undefined ? {} : { namespace }) });
          }
        }
      }
    }
    for (const url of urls) add({ url: url === "*" ? `/${other}` : url.replace(/\*$/, other) });
  }
  return [...targets.values()];
}

function nameOrOther(text: string): string {
  return text === "*" ? other : text;
}

/** Requests in words, those of one target together. */
function saidOf(some: readonly AccessRequest[], all: readonly AccessRequest[]): string[] {
  const count = new Set(all.map(({ verb }) => verb)).size;
  const inCluster = new Set(
    some.filter(({ namespace }) => namespace === undefined).map((one) => `${one.verb} ${targetText(one)}`),
  );
  const told = some.filter(
    (one) =>
      one.namespace === undefined || !inCluster.has(`${one.verb} ${targetText({ ...one, namespace: undefined })}`),
  );
  const byName = new Set(all.filter(({ name = other }) => name !== other).map(kindText));
  return [...Map.groupBy(told, targetText)].map(([target, own]) => {
    const verbs = own.map(({ verb }) => verb);
    const named = verbs.filter((verb) => verb !== other);
    const others = verbs.length === named.length ? [] : ["any other verb on"];
    const rest = own[0]!.name === other && byName.has(kindText(own[0]!)) ? " of other names" : "";
    return `${verbs.length === count ? "every verb on" : [...named, ...others].join(", ")} ${target}${rest}`;
  });
}

function kindText({ group, resource, url }: AccessRequest): string {
  return JSON.stringify([group, resource, url]);
}

function targetText({ url, group = "", resource = "", name, namespace }: AccessRequest): string {
  if (url !== undefined) return url.replace(other, "*");
  const what = resource.replace(other, "other resources");
  const where = group === "" ? "" : group === other ? " of every group" : `.${group}`;
  return `${what}${where}${name === undefined || name === other ? "" : ` named ${name}`}${placeText(namespace)}`;
}

function placeText(namespace: string | undefined): string {
  return namespace === undefined || namespace === "" ? "" : ` in ${namespace}`;
}

function subjectText({ kind, name, namespace }: AccessSubject): string {
  return `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
}
