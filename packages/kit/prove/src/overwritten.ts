import type { ExpectedObject } from "@kit/emit";
import { shown, type Problem } from "@kit/errors";
import { at, isList, isMap, type Identity, type Json, type JsonObject } from "@kit/kube";
import { forTerminal } from "@kit/text";
import type { Claim, Subject } from "./declared/claim.ts";
import { partsOf } from "./declared/json-patch.ts";
import { readLayers } from "./declared/read-layers.ts";
import type { Layer } from "./layer.ts";
import { expectedIdentity, matchObjects, type RenderedObject } from "./match-objects.ts";
import { meets, type DeclaredOperation } from "./meets.ts";
import { pathText } from "./path-text.ts";
import { title } from "./problems.ts";
import { saidBy } from "./said-by.ts";
import { advance, type TraceStep, type Trace } from "./trace.ts";

/** An environment whose overlay builds on folders that its component is put over. */
export interface Below {
  readonly id: string;
  readonly expected: readonly ExpectedObject[];
  /** What kustomize renders of what lies below the component. */
  readonly rendered: readonly RenderedObject[];
  readonly layers: readonly Layer[];
  /** What the component does to each of those that are expected, in their order; undefined of those that it brings itself. */
  readonly component: readonly (ChangeByComponent | undefined)[];
}

/** What a component does to an object. */
export interface ChangeByComponent {
  /** Undefined where it puts another in its place. */
  readonly operations: readonly DeclaredOperation[] | undefined;
  /** The component's file that does it, from the repository's root. */
  readonly file: string;
}

/**
 * What folders below a component change of that which its patches read or replace. kustomize says nothing there: an `add`
 * overwrites, and a position in a list counts what lies there at that moment.
 */
export function overwritten(below: Below): Problem[] {
  const declared = readLayers(below.layers.filter((layer) => layer.below));
  const given = givenNamespaces(below.expected);
  const isGiven = ({ namespace }: Identity): boolean => given.has(namespace);
  const found = below.rendered.map((one) => (isGiven(one) ? { ...one, namespace: undefined } : one));
  const { pairs } = matchObjects(below.expected, found, declared, (one) => {
    const identity = expectedIdentity(one);
    return isGiven(identity) ? { ...identity, namespace: undefined } : identity;
  });
  const changes = new Map(below.expected.map((one, index) => [one, below.component[index]]));
  return pairs.flatMap(({ expected, rendered, subject }): Problem[] => {
    const { base } = expected;
    const change = changes.get(expected);
    if (base === undefined || change === undefined) return [];
    const met = (change.operations ?? [whole]).filter((operation) => {
      return !isNamespace(operation) && meets(expected, base, rendered.data, operation);
    });
    const seen = new Set<string>();
    return met.flatMap((operation) => {
      const place = placeOf(operation.path, base, rendered.data);
      const key = JSON.stringify(place);
      if (seen.has(key)) return [];
      seen.add(key);
      return [problem(below.id, { expected, rendered, subject, place, file: change.file, claims: declared.claims })];
    });
  });
}

const whole: DeclaredOperation = { op: "replace", path: "" };

/** The namespaces that the component gives to objects: below it they may have it, or none yet. */
function givenNamespaces(expected: readonly ExpectedObject[]): ReadonlySet<Json | undefined> {
  const unset = expected.filter(({ base }) => base !== undefined && namespaceOf(base) === undefined);
  return new Set(unset.map(({ data }) => namespaceOf(data)));
}

function namespaceOf(data: JsonObject): Json | undefined {
  return at(data, "metadata", "namespace");
}

function isNamespace({ path }: DeclaredOperation): boolean {
  return path === "/metadata/namespace" || /^\/subjects\/\d+\/namespace$/.test(path);
}

/** The place of an operation: the deepest that both have. */
function placeOf(pointer: string, base: Json, below: Json): readonly (string | number)[] {
  const place: (string | number)[] = [];
  let [one, other]: readonly (Json | undefined)[] = [base, below];
  for (const part of partsOf(pointer)) {
    if (isList(one) || isList(other)) {
      const [before, after]: readonly (Json | undefined)[] = [at(one, part), at(other, part)];
      const isNamed = isMap(before) && isMap(after) && before["name"] === after["name"];
      if (!isNamed) return place;
      place.push(Number(part));
    } else place.push(part);
    [one, other] = [at(one, part), at(other, part)];
  }
  return place;
}

interface Found {
  readonly expected: ExpectedObject;
  readonly rendered: RenderedObject;
  readonly subject: Subject;
  readonly place: readonly (string | number)[];
  /** The component's, which changes it. */
  readonly file: string;
  readonly claims: readonly Claim[];
}

function problem(id: string, { expected, rendered, subject, place, file, claims }: Found): Problem {
  const own = claims.filter(({ selects }) => selects(subject));
  const by = ofPlace(own, place, rendered.data) ?? "a folder below the component";
  const path = place.length === 0 ? "something" : pathText(place, rendered.data, expected.data);
  const parts = place.map(String);
  const [made, wanted] = [at(rendered.data, ...parts), at(expected.data, ...parts)];
  const values =
    isShort(made) && isShort(wanted) ? ` (${valueText(made)} there, ${valueText(wanted)} in the component)` : "";
  return {
    code: "overlay-overwritten",
    what:
      `${path} of ${title({ ...rendered, namespace: undefined })} is changed below the component of "${id}", ` +
      `whose patch changes it as well${values}: the one is lost in the other, and kustomize says nothing`,
    where: `${forTerminal(by)}\n${file}${saidBy(expected, place)}`,
    next: `change it in one place only: in the environment's own package, or by a patch in a kustomization that is built after the component`,
  };
}

function isShort(json: Json | undefined): boolean {
  return !isMap(json) && !isList(json);
}

function valueText(json: Json | undefined): string {
  return json === undefined ? "nothing" : shown(json);
}

/** The declaration that can have touched a place. */
function ofPlace(claims: readonly Claim[], place: readonly (string | number)[], data: Json): string | undefined {
  let traces: readonly Trace[] = claims.map((claim) => ({ claim, at: 0 }));
  let value: Json | undefined = data;
  const ends = (): string | undefined =>
    traces.find(({ claim: { path, effect }, at: position }) => position === path.length && effect.type === "value")
      ?.claim.by;
  let found = ends();
  for (const key of place) {
    if (found !== undefined) return found;
    const next: Json | undefined = at(value, String(key));
    const step: TraceStep =
      typeof key === "string"
        ? { type: "field", name: key }
        : { type: "entry", entries: next === undefined ? [] : [next], index: undefined };
    traces = advance(traces, step);
    value = next;
    found = ends();
  }
  // Or something in it.
  const within = traces.find(({ claim: { path }, at: position }) => path[position]?.type !== "deep") ?? traces[0];
  return found ?? within?.claim.by;
}
