import { expect, test } from "vitest";
import { hurts, rehearsalsAsJson, rehearsalsAsMarkdown, rehearsalsAsText, type Rehearsal } from "../src/index.ts";

const unchanged = {
  seconds: 0.1,
  timeline: [],
  unchanged: 9,
  services: [],
  configMaps: [],
  expectations: [],
  findings: [],
};

const rolls: Rehearsal = {
  environment: "prod",
  ref: "1a2b3c4",
  objects: 9,
  before: [],
  sync: {
    seconds: 12.345,
    timeline: [
      { at: 0.012, what: "changed", object: "ConfigMap shop/config" },
      { at: 0.034, what: "refused", object: "Deployment shop/web" },
      { at: 10.5, what: "pruned", object: "Service shop/old" },
    ],
    unchanged: 1,
    services: [
      { service: "Service shop/old", before: 2, lowest: 0, after: undefined, ports: [] },
      {
        service: "Service shop/web",
        before: 2,
        lowest: 2,
        after: 12,
        ports: [
          { port: "http", before: 2, lowest: 2, after: 12 },
          { port: "metrics", before: 2, lowest: 0, after: 0 },
        ],
      },
    ],
    configMaps: [
      { configMap: "ConfigMap shop/config", keys: ["A", "B"], rolled: ["Deployment shop/api"], notRolled: [] },
    ],
    expectations: [
      { about: "pods", object: "Deployment shop/api", expected: { type: "roll" }, happened: "anew", agree: true },
      { about: "pods", object: "Deployment shop/web", expected: { type: "stay" }, happened: "anew", agree: false },
      {
        about: "endpoints",
        object: "Service shop/web",
        port: "metrics",
        expected: true,
        happened: false,
        agree: false,
      },
    ],
    findings: [
      {
        severity: "hurts",
        code: "refused",
        object: "Deployment shop/web",
        where: "generated/rendered/prod/18-deployment-web.yaml",
        message: "spec.selector: Invalid value: {<a|b>}:\nfield is immutable",
      },
      { severity: "note", code: "prune", object: "Service shop/old", message: "is pruned" },
    ],
  },
  rollback: unchanged,
};
const fresh: Rehearsal = {
  environment: "dev",
  ref: "main",
  objects: 0,
  before: [],
  sync: { ...unchanged, configMaps: [{ configMap: "ConfigMap dev/config", keys: ["A"], rolled: [], notRolled: [] }] },
  rollback: undefined,
};

test("as text", () => {
  expect(rehearsalsAsText([rolls, fresh])).toMatchInlineSnapshot(`
    "prod over 1a2b3c4: hurts
      sync: 12.3 s, 1 object unchanged
        second  what     object
          0.01  changed  ConfigMap shop/config
          0.03  refused  Deployment shop/web
         10.50  pruned   Service shop/old
        ready endpoints                before  lowest  after
        Service shop/old                    2       0      –
        Service shop/web                    2       2     12
        Service shop/web port metrics       2       0      0
        ConfigMap shop/config changed (A, B): rolled Deployment shop/api
        hurts: Deployment shop/web: spec.selector: Invalid value: {<a|b>}:
        field is immutable (generated/rendered/prod/18-deployment-web.yaml)
        note: Service shop/old: is pruned
        not as the model has it: Deployment shop/web: expected stay, happened anew
        not as the model has it: Service shop/web port metrics: expected endpoints, happened no endpoint
      rollback to 1a2b3c4: 0.1 s, 9 objects unchanged

    dev over nothing (main has none of it): works
      sync: 0.1 s, 9 objects unchanged
        ConfigMap dev/config changed (A): no pods read it
      rollback: there is nothing to go back to
    "
  `);
});

test("as Markdown", () => {
  expect(rehearsalsAsMarkdown([rolls, fresh])).toMatchInlineSnapshot(`
    "# Rehearsal

    ## prod over 1a2b3c&#8288;4: hurts

    ### sync: 12.3 s, 1 object unchanged

    | second | what | object |
    | ---: | --- | --- |
    | 0.01 | changed | ConfigMap shop/config |
    | 0.03 | refused | Deployment shop/web |
    | 10.50 | pruned | Service shop/old |

    | ready endpoints | before | lowest | after |
    | --- | ---: | ---: | ---: |
    | Service shop/old | 2 | 0 | – |
    | Service shop/web | 2 | 2 | 12 |
    | Service shop/web port metrics | 2 | 0 | 0 |

    - ConfigMap shop/config changed (A, B): rolled Deployment shop/api
    - hurts: Deployment shop/web: spec.selector: Invalid value: \\{&lt;a\\|b&gt;\\}: field is immutable (generated/rendered/prod/18-deployment-web.yaml)
    - note: Service shop/old: is pruned
    - not as the model has it: Deployment shop/web: expected stay, happened anew
    - not as the model has it: Service shop/web port metrics: expected endpoints, happened no endpoint

    ### rollback to 1a2b3c&#8288;4: 0.1 s, 9 objects unchanged

    ## dev over nothing (main has none of it): works

    ### sync: 0.1 s, 9 objects unchanged

    - ConfigMap dev/config changed (A): no pods read it

    ### rollback: there is nothing to go back to
    "
  `);
});

test("as JSON", () => {
  expect(JSON.parse(rehearsalsAsJson([rolls, { ...rolls, sync: unchanged }]))).toEqual({
    hurts: true,
    rehearsals: [
      { ...rolls, hurts: true },
      { ...rolls, sync: unchanged, hurts: false },
    ],
  });
});

test("rolling back hurts as well, and what is wrong with the ref itself does not", () => {
  const bad = { ...unchanged, findings: [{ severity: "hurts", code: "pending", object: "x", message: "y" }] as const };
  const back = { ...rolls, sync: unchanged, rollback: bad };
  const before = { ...rolls, sync: unchanged, before: bad.findings };
  expect([hurts(back), hurts(before)]).toEqual([true, false]);
  expect(rehearsalsAsText([back, { ...back, sync: bad }, before])).toMatchInlineSnapshot(`
    "prod over 1a2b3c4: works, but rolling back hurts
      sync: 0.1 s, 9 objects unchanged
      rollback to 1a2b3c4: 0.1 s, 9 objects unchanged
        hurts: x: y

    prod over 1a2b3c4: hurts, and rolling back hurts
      sync: 0.1 s, 9 objects unchanged
        hurts: x: y
      rollback to 1a2b3c4: 0.1 s, 9 objects unchanged
        hurts: x: y

    prod over 1a2b3c4: works
      1a2b3c4 itself, before the change
        hurts: x: y
      sync: 0.1 s, 9 objects unchanged
      rollback to 1a2b3c4: 0.1 s, 9 objects unchanged
    "
  `);
});
