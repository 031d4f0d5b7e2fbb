import { parseEnv } from "node:util";
import { nearest } from "@kit/errors";
import type { SecretVariable } from "@kit/model";
import { envFileLines, type EnvAssignment } from "./env-file-lines.ts";

/** One thing that is wrong in an env file. Nothing that stands in the file is part of it: that may be a value. */
export interface EnvFinding {
  /** A variable of the contracts; undefined where the line has none of them. */
  readonly variable: SecretVariable | undefined;
  /** From 1; none where the variable is missing. */
  readonly lines: readonly number[];
  /** Such as `is missing: it must be any text`. */
  readonly message: string;
}

export interface CheckedEnvFile {
  /** The values of the variables that have one, right or wrong. */
  readonly values: ReadonlyMap<string, string>;
  readonly findings: readonly EnvFinding[];
}

/**
 * Everything that is wrong with an env file, in the order of its lines, then what is missing.
 *
 * @param variables Those that it may have.
 * @param required Those that it must have. Default: all.
 */
export function checkEnvFile(
  text: string,
  variables: readonly SecretVariable[],
  required: readonly SecretVariable[] = variables,
): CheckedEnvFile {
  const { assignments, lost } = envFileLines(text);
  const parsed = parseEnv(text);
  const values = new Map<string, string>();
  for (const { name } of variables) {
    const value = Object.hasOwn(parsed, name) ? parsed[name] : undefined;
    if (value !== undefined && value !== "") values.set(name, value);
  }
  const found = [
    ...lost.map((line): EnvFinding => ({
      variable: undefined,
      lines: [line],
      message: "is not a NAME=value: it is lost",
    })),
    ...unknown(assignments, variables),
    ...variables.flatMap((variable) => checkVariable(variable, assignments, values.get(variable.name))),
  ].toSorted((one, other) => one.lines[0]! - other.lines[0]!);
  const missing = required.filter(({ name }) => !assignments.some((assignment) => assignment.name === name));
  return { values, findings: [...found, ...missing.map(isMissing)] };
}

function unknown(assignments: readonly EnvAssignment[], variables: readonly SecretVariable[]): EnvFinding[] {
  const known = variables.map(({ name }) => name);
  const strangers = assignments.filter(({ name }) => !known.includes(name));
  return strangers.map(({ name, line }) => {
    const meant = nearest(name, known);
    const hint = meant === undefined ? "" : `. Did you mean ${meant}?`;
    return { variable: undefined, lines: [line], message: `sets a variable that no Secret has${hint}` };
  });
}

function checkVariable(
  variable: SecretVariable,
  assignments: readonly EnvAssignment[],
  value: string | undefined,
): EnvFinding[] {
  const lines = assignments.filter(({ name }) => name === variable.name).map(({ line }) => line);
  if (lines.length === 0) return [];
  const twice = { variable, lines, message: "is set more than once, and the last one would count" };
  return [...(lines.length > 1 ? [twice] : []), ...checkValue(variable, lines.slice(-1), value)];
}

function checkValue(variable: SecretVariable, lines: readonly number[], value: string | undefined): EnvFinding[] {
  const { expected, accepts } = variable.value;
  if (value === undefined) return [{ variable, lines, message: `has no value: it must be ${expected}` }];
  return accepts(value) ? [] : [{ variable, lines, message: `must be ${expected}` }];
}

function isMissing(variable: SecretVariable): EnvFinding {
  return { variable, lines: [], message: `is missing: it must be ${variable.value.expected}` };
}
