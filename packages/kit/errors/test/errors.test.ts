import { expect, test } from "vitest";
import { EnvironmentFailure, exitCodeOf, nearest, shown, UserError } from "../src/index.ts";

const problem = {
  code: "object-name",
  what: "no name",
  where: "packages/a",
  next: "give it one\nor remove it",
} as const;

test("a user error shows every problem, and what its reader does next", () => {
  expect(new UserError([problem, problem]).message).toMatchInlineSnapshot(`
    "error[object-name]: no name
      where:  packages/a
      to fix: give it one
              or remove it

    error[object-name]: no name
      where:  packages/a
      to fix: give it one
              or remove it"
  `);
});

test("throwIfAny throws all or nothing", () => {
  expect(() => UserError.throwIfAny([])).not.toThrow();
  expect(() => UserError.throwIfAny([problem])).toThrow(UserError);
});

test("exit codes tell the input from the machine from a bug", () => {
  const failure = new EnvironmentFailure("disk-full", "the disk is full", "free some space");
  const codes = [new UserError(problem), failure, new Error("?"), "thrown text"].map(exitCodeOf);
  expect(codes).toEqual([2, 3, 70, 70]);
});

test.for([
  ["prd", "prod"],
  ["prdo", "prod"],
  ["Prod", "prod"],
  ["big-satll/dev", "big-stall/dev"],
  ["bigstall/dev", "big-stall/dev"],
  ["big-stall/prod", undefined],
  ["staging", undefined],
  ["prod-us", undefined],
  ["prod-ue", "prod-eu"],
  ["recomendatin", "recommendation"],
  ["adservice", undefined],
  ["mailer-emailservice", undefined],
  ["emailservice", undefined],
  ["minAvailable", undefined],
  ["-", undefined],
])("the nearest to %s is %s", ([word, expected]) => {
  const names = ["dev", "prod", "big-stall/dev", "prod-eu", "recommendation", "cartservice", "mailerservice"];
  expect(nearest(word!, [...names, "orders-mailservice", "maxUnavailable"])).toBe(expected);
});

test.for([
  ["text", '"text"'],
  [3, "3"],
  [undefined, "undefined"],
  [null, "null"],
  [["a", 1], '["a",1]'],
  [() => {}, "a function"],
  [Symbol("a"), "a symbol"],
  [["postgresql://me", "hunter2@host/db"].join(":"), '"postgresql://***@host/db"'],
  ["x".repeat(100), `"${"x".repeat(79)}…`],
])("%o is shown as %s", ([value, expected]) => {
  expect(shown(value)).toBe(expected);
});
