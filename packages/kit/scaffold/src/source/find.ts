import type { ArrayExpression, CallExpression, Expression, ObjectExpression, ObjectProperty } from "oxc-parser";
import { resolved, type Source } from "./source.ts";

/** A call of a function by its name: `defineSystem(…)`. */
export function callNamed(source: Source, node: Expression | undefined, name: string): CallExpression | undefined {
  const call = node === undefined ? undefined : resolved(source, node);
  return call?.type === "CallExpression" && call.callee.type === "Identifier" && call.callee.name === name
    ? call
    : undefined;
}

/** An argument of a call that is an object, written there or as a constant of the module. */
export function objectArgument(source: Source, call: CallExpression, index = 0): ObjectExpression | undefined {
  return asObject(source, argumentAt(call, index));
}

/** The field of an object that has this name, with or without quotes. */
export function fieldOf(object: ObjectExpression, name: string): ObjectProperty | undefined {
  return fieldsOf(object).find((field) => nameOf(field) === name);
}

/** The fields of an object, without what is spread into it. */
export function fieldsOf(object: ObjectExpression): ObjectProperty[] {
  return object.properties.filter((property) => property.type === "Property");
}

/** A field's name; undefined where it is computed. */
export function nameOf({ key, computed }: ObjectProperty): string | undefined {
  if (computed) return undefined;
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : undefined;
}

/** A value that is an object, written there or as a constant of the module. */
export function asObject(source: Source, node: Expression | undefined): ObjectExpression | undefined {
  const value = node === undefined ? undefined : resolved(source, node);
  return value?.type === "ObjectExpression" ? value : undefined;
}

/** A value that is a list, written there or as a constant of the module. */
export function asList(source: Source, node: Expression | undefined): ArrayExpression | undefined {
  const value = node === undefined ? undefined : resolved(source, node);
  return value?.type === "ArrayExpression" ? value : undefined;
}

/** A text without parts to fill in; undefined where it is something else. */
export function asText(source: Source, node: Expression | undefined): string | undefined {
  const value = node === undefined ? undefined : resolved(source, node);
  return value?.type === "Literal" && typeof value.value === "string" ? value.value : undefined;
}

/** The expression at a place of a call's arguments. */
export function argumentAt({ arguments: given }: CallExpression, index: number): Expression | undefined {
  const argument = given[index];
  return argument === undefined || argument.type === "SpreadElement" ? undefined : argument;
}
