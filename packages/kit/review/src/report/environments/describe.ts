import { describeIdentity } from "@kit/kube";
import type { ComparedObject, EnvironmentComparison } from "../../environments/compare-environments.ts";
import type { Says } from "../../environments/says.ts";

/** `Ingress web (only in prod)`. */
export function titleOf({ op, id, previous }: ComparedObject, { base, head }: EnvironmentComparison): string {
  if (previous !== undefined) return `${describeIdentity(id)} (in ${base}: ${describeIdentity(previous)})`;
  return op === "changed" ? describeIdentity(id) : `${describeIdentity(id)} (only in ${op === "added" ? head : base})`;
}

/** `by packages/shop/cart, packages/shop/environments/src/{dev,prod}.ts; by images: in overlays/prod/kustomization.yaml`. */
export function saysText(says: readonly Says[]): string {
  return says
    .map(({ by, files }) => {
      const list = braced(files).join(", ");
      return by === "images" || by === "namespace" ? `by ${by}: in ${list}` : `by ${list}`;
    })
    .join("; ");
}

/** Two paths that differ in one name, as one: the files of both environments mostly do. */
function braced(files: readonly string[]): string[] {
  const [first, ...rest] = files;
  if (first === undefined) return [];
  for (const other of rest) {
    const both = bracedPair(first, other);
    if (both !== undefined) return [both, ...braced(rest.filter((file) => file !== other))];
  }
  return [first, ...braced(rest)];
}

function bracedPair(one: string, other: string): string | undefined {
  const [own, others] = [one.split("/"), other.split("/")];
  const places = own.flatMap((name, at) => (name === others[at] ? [] : [at]));
  const [at] = places;
  if (own.length !== others.length || at === undefined || places.length > 1) return undefined;
  const [name, ending = ""] = own[at]!.split(/(?=\.)/, 2);
  if (!others[at]!.endsWith(ending) || (at === own.length - 1 && ending === "")) return undefined;
  const both = `{${name},${others[at]!.slice(0, others[at]!.length - ending.length)}}${ending}`;
  return own.with(at, both).join("/");
}

/** `2 changed, 1 only in prod`: how many objects are not the same. */
export function countsText({ base, head, objects }: EnvironmentComparison): string {
  const count = (...ops: readonly string[]): number => objects.filter(({ op }) => ops.includes(op)).length;
  const parts = [
    [count("changed", "renamed"), "not the same"],
    [count("removed"), `only in ${base}`],
    [count("added"), `only in ${head}`],
  ] as const;
  return parts.flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`])).join(", ");
}

/** `1 unexpected, 22 expected`. */
export function sumsText({ objects }: EnvironmentComparison): string {
  const expected = objects.filter(({ isExpected }) => isExpected).length;
  return `${objects.length - expected} unexpected, ${expected} expected`;
}

/** `namespace: default in dev, shop in prod`; undefined where it is one. */
export function namespacesText({ base, head, namespaces: [own, other] }: EnvironmentComparison): string | undefined {
  if (own === other) return undefined;
  return `namespace: ${own ?? "none"} in ${base}, ${other ?? "none"} in ${head}`;
}

/** What is said where both deploy the same, with the names as a medium wants them. */
export function nothingText({ base, head }: EnvironmentComparison, name: (text: string) => string): string {
  return `${name(base)} and ${name(head)} deploy the same\n`;
}
