import { createHash } from "node:crypto";
import { canonicalText } from "./canonical-text.ts";
import type { Plain } from "./plain.ts";

/** What one result is of: an edit elsewhere leaves it as it is. */
export type Scope = "object" | "environment" | "system" | "cluster" | "repository";

/** One thing that a station is given, and its type. */
export interface Input<Value> {
  /** What it is, as a noun: `its overlay's kustomization, from the repository's root`. */
  readonly what: string;
  /** Never there: it has the type. */
  readonly value?: Value;
}

/** The values of inputs by their names, as the conductor hands them over and the station gets them. */
export type ValuesOf<Inputs> = {
  readonly [Name in keyof Inputs]: Inputs[Name] extends Input<infer Value> ? Value : never;
};

interface Facts<Inputs> {
  /** Its room's: `prove`. */
  readonly name: string;
  readonly scope: Scope;
  readonly inputs: Inputs;
  /** What its result is, as a noun. */
  readonly result: string;
  /** What it reads beside its inputs: files and programs. Only a station at the edge has such; a result is not a function of its inputs alone then. */
  readonly reads?: readonly string[];
}

/** A step on the way of the data: what it says of itself, and the only way to run it. */
export interface Station<Inputs, Result, Edge extends readonly unknown[] = []> extends Required<Facts<Inputs>> {
  /** @param edge What a station at the edge works with: a directory, a program. */
  readonly run: (values: ValuesOf<Inputs>, ...edge: Edge) => Result;
  /** The digest of the inputs: with equal ones the result is equal, as far as `reads` is. */
  readonly keyOf: (values: ValuesOf<Inputs>) => string;
}

/** Any station, for what is told of all of them. */
export type AnyStation = Required<Facts<Readonly<Record<string, Input<unknown>>>>>;

/**
 * Declares an input of a station. Its type has to be plain data: maps, lists, sets and values, without a function in it.
 *
 * @param what As a noun.
 */
export function input<Value>(what: [Value] extends [Plain<Value>] ? string : never): Input<Value> {
  return { what };
}

/**
 * Defines a station. It gets what its inputs name and nothing else: what a conductor hands over beside them does not reach
 * it, and what it reads without having declared it does not compile.
 */
export function defineStation<
  const Inputs extends Readonly<Record<string, Input<unknown>>>,
  Result,
  Edge extends readonly unknown[] = [],
>({
  run,
  ...facts
}: Facts<Inputs> & { readonly run: (values: ValuesOf<Inputs>, ...edge: Edge) => Result }): Station<
  Inputs,
  Result,
  Edge
> {
  const names = Object.keys(facts.inputs) as (keyof Inputs)[];
  const declared = (values: ValuesOf<Inputs>): ValuesOf<Inputs> =>
    Object.fromEntries(names.map((name) => [name, values[name]])) as ValuesOf<Inputs>;
  return {
    reads: [],
    ...facts,
    run: (values, ...edge) => run(declared(values), ...edge),
    keyOf: (values) =>
      createHash("sha256")
        .update(canonicalText([facts.name, declared(values)]))
        .digest("hex"),
  };
}
