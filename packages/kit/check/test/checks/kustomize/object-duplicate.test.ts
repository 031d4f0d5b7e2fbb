import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import { objectDuplicate } from "../../../src/checks/kustomize/object-duplicate.ts";
import { noEnvironment } from "../../../src/no-environment.ts";
import { judge } from "../../judge.ts";
import { documents, object } from "../../manifests.ts";

const map = (name: string, mode: string, metadata: object = {}): object => ({
  ...object("v1", "ConfigMap", name, { data: { MODE: mode } }),
  metadata: { name, namespace: "shop", ...metadata },
});

test("others by kind, group, name or namespace are not the same", () => {
  const others = documents(
    map("one", "a"),
    map("two", "a"),
    map("one", "a", { namespace: "other" }),
    object("v1", "Secret", "one", {}),
    object("example.com/v1", "ConfigMap", "one", {}),
    map("", "a", { generateName: "a-" }),
    map("", "a", { generateName: "b-" }),
  );
  expect(judge(objectDuplicate, others)).toEqual([]);
});

test("an object with other values, and one that is the same", () => {
  expect(judge(objectDuplicate, documents(map("one", "a"), map("one", "b"), map("one", "a")))).toMatchInlineSnapshot(`
    [
      "error ConfigMap shop/one metadata.name: it is in stdin before, with other values, and overwrites them; keep one of them, or give them names of their own",
      "warning ConfigMap shop/one metadata.name: it is in stdin before, just the same; keep one of them, or give them names of their own",
    ]
  `);
});

test("the version of its kind is no difference", () => {
  const [one, other] = ["autoscaling/v1", "autoscaling/v2"].map((version) =>
    object(version, "HorizontalPodAutoscaler", "web", {}),
  );
  expect(judge(objectDuplicate, documents(one!, other!))).toHaveLength(1);
});

test("files of a folder may be for different clusters, those of an environment are for one", () => {
  const objects = ["dev", "prod"].map((mode) => ({ where: `${mode}.yaml`, data: map("one", mode) }));
  const severities = (id: string | undefined): string[] =>
    check([{ ...noEnvironment, id, objects }], { today: "2026-01-31", checks: [objectDuplicate] }).map(
      ({ severity }) => severity,
    );
  expect([severities(undefined), severities("prod")]).toEqual([["warning"], ["error"]]);
});
