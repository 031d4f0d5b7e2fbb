import type { ExpectedObject } from "@kit/emit";
import { shown, type Problem } from "@kit/errors";
import { at, type Identity, type Json } from "@kit/kube";
import { forTerminal } from "@kit/text";
import type { ValueDifference } from "./differences.ts";
import { equal } from "./equal.ts";
import { expectedIdentity, type RenderedObject } from "./match-objects.ts";
import { pathText } from "./path-text.ts";
import { saidBy } from "./said-by.ts";

interface Environment {
  readonly id: string;
  readonly file: string;
}

// What is wrong with one object is mostly wrong with all of it.
const most = 5;
const mostObjects = 10;

/** An object that is rendered otherwise than computed. */
export interface OtherObject {
  readonly expected: ExpectedObject;
  readonly rendered: RenderedObject;
  readonly found: readonly ValueDifference[];
}

export function otherObjects(environment: Environment, others: readonly OtherObject[]): Problem[] {
  const problems = others.slice(0, mostObjects).map((one) => otherObject(environment, one));
  const more = others.slice(mostObjects);
  if (more.length === 0) return problems;
  const what = `and so do ${listed(more.map(({ rendered }) => rendered))} of the overlay "${environment.id}"`;
  return [
    ...problems,
    { code: "rendered-differs", what, where: environment.file, next: "mostly for the same reason: docs/proof.md" },
  ];
}

function otherObject({ id, file }: Environment, { expected, rendered, found }: OtherObject): Problem {
  const lines = found.slice(0, most).map(({ path, wanted, rendered: got }) => {
    const place = pathText(path, rendered.data, expected.data);
    return `  ${forTerminal(`${place}: wanted ${valueText(wanted)}`)}${saidBy(expected, path)}, ${forTerminal(`got ${valueText(got)}`)}`;
  });
  const more = found.length > most ? [`  and ${found.length - most} more`] : [];
  const isBase =
    expected.base !== undefined && found.every(({ path, rendered: got }) => isSame(at(expected.base, ...path), got));
  return {
    code: "rendered-differs",
    what: [
      `${forTerminal(title(expectedIdentity(expected)))} of ${expected.where} comes out of the overlay "${id}" otherwise than its package says, and nothing that the overlay declares can have done it:`,
      ...lines,
      ...more,
    ].join("\n"),
    where: file,
    next: isBase
      ? `this is what the base has: the component generated/environments/${id} did not reach it. Name the base in a kustomization that is built before the component is: docs/proof.md`
      : "change it in the package, or declare it in the overlay; docs/proof.md says what is compared",
  };
}

/** Objects that are computed and not rendered. */
export function missingObjects({ id, file }: Environment, missing: readonly ExpectedObject[]): Problem[] {
  const [ofBases, others] = [
    missing.filter(({ base }) => base !== undefined),
    missing.filter(({ base }) => base === undefined),
  ];
  const problem = (objects: readonly ExpectedObject[], next: string): Problem => {
    const packages = [...new Set(objects.map(({ where }) => where.split(" and ")[0]))].join(", ");
    const [verb, pronoun] = objects.length === 1 ? ["is", "it"] : ["are", "them"];
    return {
      code: "rendered-differs",
      what: `${listed(objects.map(expectedIdentity))} of ${packages} ${verb} missing from what the overlay "${id}" renders, and no patch of the overlay deletes ${pronoun}`,
      where: file,
      next: `${next}: docs/proof.md`,
    };
  };
  return [
    ...(ofBases.length === 0
      ? []
      : [problem(ofBases, "name the base in the overlay, or in a folder that the overlay builds on")]),
    ...(others.length === 0
      ? []
      : [problem(others, `build the component generated/environments/${id} into the overlay`)]),
  ];
}

/** Objects that are rendered, and that neither a package nor the overlay has. */
export function extraObjects({ id, file }: Environment, extra: readonly RenderedObject[]): Problem[] {
  if (extra.length === 0) return [];
  return [
    {
      code: "rendered-differs",
      what: `the overlay "${id}" renders ${listed(extra)}, which no package has for this environment, and which the overlay does not bring itself`,
      where: file,
      next: "take the base out of the overlay, or name its service in the environment's `services`: docs/proof.md",
    },
  ];
}

function listed(objects: readonly Identity[]): string {
  const [first, ...others] = objects.slice(0, most).map(title);
  const more = objects.length > most ? [`${objects.length - most} more`] : [];
  const last = [...others, ...more].at(-1);
  return last === undefined ? first! : `${[first, ...others, ...more].slice(0, -1).join(", ")} and ${last}`;
}

export function title({ kind, name, namespace }: Identity): string {
  return namespace === undefined ? `${kind} ${shown(name)}` : `${kind} ${shown(name)} in ${shown(namespace)}`;
}

function valueText(json: Json | undefined): string {
  return json === undefined ? "nothing" : shown(json);
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return one === undefined || other === undefined ? one === other : equal(one, other);
}
