import { readFileSync } from "node:fs";
import { join } from "node:path";
import { registry } from "@kit/check";
import { repositoryRoot, type TestDirectory } from "@kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileAll } from "./examples/compile-all.ts";
import { exampleIn } from "./examples/example-in.ts";
import { judgeExample, refusedOf } from "./examples/judge-example.ts";
import { builtRepository } from "./examples/shop-repository.ts";

// Those of API validity have their examples from the corpus, which the API server judges.
const withPages = registry.filter(({ group }) => group !== "api-validity");

let built: TestDirectory;

beforeAll(async () => {
  built = await builtRepository();
});

afterAll(() => built[Symbol.dispose]());

test("what the examples write in TypeScript compiles", async () => {
  const all = withPages.flatMap(({ id }) => {
    const page = pageOf(id);
    return ["Wrong", "Right"].map((section) => [`${id}-${section}`, exampleIn(page, section)] as const);
  });
  const typed = all.filter(([, { files }]) => Object.keys(files).some((path) => path.endsWith(".ts")));
  expect(typed.length).toBeGreaterThan(0);
  expect(await compileAll(Object.fromEntries(typed))).toBe("");
});

describe.for(withPages.map((one) => [one.id, one] as const))("the page of %s", ([id, one]) => {
  const page = pageOf(id);

  test.concurrent("its wrong example is found", async () => {
    const { findings } = await judgeExample(exampleIn(page, "Wrong"), one, built.path);
    expect(findings.map(({ check }) => check)).toContain(id);
  });

  test.concurrent("its right example is not found, and the API server would take it", async () => {
    const right = exampleIn(page, "Right");
    const { findings, refusal } = await judgeExample(right, one, built.path);
    expect({ found: findings.filter(({ check }) => check === id), refusal }).toEqual({ found: [], refusal: undefined });
    expect(refusedOf(right)).toEqual([]);
  });
});

function pageOf(id: string): string {
  return readFileSync(join(repositoryRoot, `docs/checks/${id}.md`), "utf8");
}
