import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import {
  documentsIn,
  formatRehearsalMarkdown,
  formatRehearsalText,
  isRefuted,
  predictionsOf,
  review,
} from "../src/index.ts";
import { compareWithRehearsal, type RehearsedChange } from "../src/rehearsed/compare-with-rehearsal.ts";

const deployment = (tag: string, selector = "web"): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: ${selector}}}
  template:
    metadata: {labels: {app: ${selector}}}
    spec: {containers: [{name: web, image: "web:${tag}"}]}
`;
const configMap = (name: string, more = ""): string =>
  `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}${more}}\ndata: {A: "1"}\n`;

function predictionsBetween(before: string, after: string) {
  const sides = { environment: "prod", before: documentsIn("a", before), after: documentsIn("b", after) };
  const { environments } = review({ base: "a", head: "b", sides: [{ ...sides, overlay: undefined }] });
  return predictionsOf(environments[0]!);
}

const nothing: RehearsedChange = { before: [], sync: { timeline: [], expectations: [], findings: [] } };

function rehearsed(sync: Partial<RehearsedChange["sync"]>): RehearsedChange {
  return { ...nothing, sync: { ...nothing.sync, ...sync } };
}

const kept = ', annotations: {argocd.argoproj.io/sync-options: "Prune=false"}';

test("what a review predicts", () => {
  const before = deployment("1.0.0") + configMap("gone") + configMap("kept", kept);
  const { predictions, untold } = predictionsBetween(
    before,
    deployment("2.0.0") + configMap("new", ", labels: {a: b}"),
  );
  expect(predictions).toEqual([
    { object: "Deployment shop/web", what: "changed", risk: undefined },
    { object: "ConfigMap gone", what: "pruned", risk: undefined },
    { object: "ConfigMap kept", what: "pruned", risk: undefined },
    { object: "ConfigMap new", what: "created", risk: undefined },
  ]);
  expect([...untold]).toEqual([["image-major", 1]]);
  expect(predictionsBetween(deployment("1.0.0"), deployment("1.0.0", "other")).predictions).toEqual([
    { object: "Deployment shop/web", what: "refused", risk: "immutable-field" },
  ]);
});

const refusal = { severity: "hurts", code: "refused", object: "Deployment shop/web", message: "field is immutable" };

test.each([
  ["refused", "refused", "confirmed"],
  ["refused", "replaced", "confirmed"],
  ["refused", "changed", "refuted"],
  ["changed", "changed", "confirmed"],
  ["changed", "refused", "refuted"],
  ["changed", undefined, "refuted"],
  ["stays", undefined, "confirmed"],
  ["stays", "changed", "refuted"],
  ["created", "created", "confirmed"],
  ["created", "refused", "refuted"],
  ["pruned", "pruned", "confirmed"],
  ["pruned", "kept", "refuted"],
  ["pruned", undefined, "not rehearsed"],
  ["kept", "kept", "confirmed"],
  ["kept", "pruned", "not rehearsed"],
] as const)("predicted %s, and %s: %s", (what, happened, verdict) => {
  const object = "Deployment shop/web";
  const findings = happened === "refused" ? [refusal] : [];
  const timeline = happened === undefined ? [] : [{ what: happened, object }];
  const predictions = { environment: "prod", predictions: [{ object, what, risk: undefined }], untold: new Map() };
  const comparison = compareWithRehearsal(predictions, rehearsed({ timeline, findings }));
  expect(comparison.rows.map((row) => row.verdict)).toEqual([verdict]);
  expect(isRefuted(comparison)).toBe(verdict === "refuted");
});

test("a refusal that nobody predicted is refuted, unless it is none of the change", () => {
  const none = { environment: "prod", predictions: [], untold: new Map() };
  const both = rehearsed({ findings: [refusal] });
  expect(compareWithRehearsal(none, both).rows.map(({ verdict }) => verdict)).toEqual(["refuted"]);
  expect(compareWithRehearsal(none, { ...both, before: [refusal] }).rows).toEqual([]);
});

test("pods, ports, and names from elsewhere are told as data", () => {
  const predictions = predictionsBetween(deployment("1.0.0") + configMap("a"), deployment("2.0.0"));
  const comparison = compareWithRehearsal(
    predictions,
    rehearsed({
      timeline: [
        { what: "changed", object: "Deployment shop/web" },
        { what: "pruned", object: "ConfigMap default/a" },
      ],
      expectations: [
        { about: "pods", object: "Deployment shop/web", expected: { type: "roll" }, happened: "stayed", agree: false },
        { about: "endpoints", object: "Service shop/web", port: "http", expected: true, happened: true, agree: true },
      ],
      findings: [{ severity: "hurts", code: "pending", object: "Pod <b>@team", message: "\u001B[31mno\nroom" }],
    }),
  );
  const report = { comparisons: [comparison], unrehearsed: ["qa: it is removed"] };
  expect(stripVTControlCharacters(formatRehearsalText(report, true))).toMatchInlineSnapshot(`
    "
    rehearsed on a control plane
    prod: 3 confirmed, 1 refuted, 0 not rehearsed
      refuted: Deployment shop/web: predicted that it rolls; pods stayed
      confirmed: Deployment shop/web: predicted that it is changed; is changed
      confirmed: ConfigMap a: predicted that it is deleted; is deleted
      confirmed: Service shop/web: predicted that it answers on port http; answers on port http
      hurts: Pod <b>@team: \\u001b[31mno\\nroom
      no rehearsal tells of image-major (1)
    not rehearsed: qa: it is removed
    "
  `);
  expect(formatRehearsalMarkdown(report)).toMatchInlineSnapshot(`
    "### Rehearsed on a control plane

    - prod: 3 confirmed, 1 refuted, 0 not rehearsed
      - refuted: Deployment shop/web: predicted that it rolls; pods stayed
      - hurts: Pod &lt;b&gt;@&#8288;team: \\\\u001b\\[31mno\\\\nroom
      - no rehearsal tells of image-major (1)
    - not rehearsed: qa: it is removed
    "
  `);
});
