import { expect, test } from "vitest";
import { annotationStandard as check } from "../../../src/checks/conventions/annotation-standard.ts";
import { annotationStandard } from "../../../src/policy/packs.ts";
import { judge } from "../../judge.ts";
import { documents } from "../../manifests.ts";

const policy = { packs: [annotationStandard({ annotations: ["example.com/owner", "example.com/manual"] })] };
const source = "packages/shop/web/src/index.ts";
const map = (annotations: object): string =>
  documents({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a", annotations } });

test("all of them, objects of no service, and where nobody asks for it", () => {
  const all = map({ "example.com/owner": "shop", "example.com/manual": "" });
  expect(judge(check, all, { policy, source })).toEqual([]);
  expect(judge(check, map({}), { policy })).toEqual([]);
  expect(judge(check, map({}), { source })).toEqual([]);
});

test("what is missing", () => {
  expect(judge(check, map({ "example.com/owner": "shop" }), { policy, source })).toMatchInlineSnapshot(`
    [
      "error ConfigMap default/a metadata.annotations: it lacks the annotation example.com/manual; add them to its \`metadata.annotations\`",
    ]
  `);
});
