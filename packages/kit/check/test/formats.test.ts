import { createRequire } from "node:module";
import { stripVTControlCharacters } from "node:util";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { Finding } from "../src/finding.ts";
import { formatCompact } from "../src/report/format-compact.ts";
import { formatGithub } from "../src/report/format-github.ts";
import { formatJson } from "../src/report/format-json.ts";
import { formatSarif } from "../src/report/format-sarif.ts";
import { formatFindings, formatText } from "../src/report/format-text.ts";
import { locate } from "../src/report/locate.ts";
import { onlyFindings, selectorProblem } from "../src/report/only.ts";
import type { CheckReport } from "../src/report/report.ts";
import { registry } from "../src/registry.ts";

const file = "generated/rendered/prod/18-deployment-backend.yaml";
const text = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: backend
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: backend
          imge: shop-api
`;
const deployment = {
  environment: "prod",
  object: "Deployment shop/backend",
  where: file,
  document: 0,
  source: "packages/shop/backend/src/index.ts",
};
const findings: Finding[] = [
  {
    ...deployment,
    check: "unknown-field",
    severity: "error",
    path: ["spec", "template", "spec", "containers", 0, "imge"],
    message: "there is no field imge",
    fix: "write image, 100% sure",
  },
  {
    ...deployment,
    check: "exemption-unused",
    severity: "info",
    path: ["metadata", "labels", "app.kubernetes.io/name"],
    message: "it has no name",
    fix: "give it one",
  },
  {
    check: "exemption-unused",
    severity: "warning",
    environment: "prod",
    object: "overlays/prod/kustomization.yaml",
    where: "overlays/prod/kustomization.yaml",
    document: 0,
    path: [],
    message: "it is wrong",
    fix: "correct it",
    source: undefined,
  },
];
const report: CheckReport = {
  findings: locate(findings, (where) => (where === file ? text : undefined)),
  environments: ["prod"],
  objects: 12,
  checks: 3,
};
const nothing: CheckReport = { findings: [], environments: ["dev", "prod"], objects: 1, checks: 3 };

const textOf = (...args: Parameters<typeof formatText>): string => stripVTControlCharacters(formatText(...args));
const places = (text: string): number => text.split("\n").filter((line) => line.includes("18-deployment")).length;
const idsOf = (...names: string[]): string[] => onlyFindings(report.findings, names).map(({ check }) => check);

describe("text", () => {
  test("groups by check, errors first, and tells the sums", () => {
    expect(textOf(report, { notes: true })).toMatchInlineSnapshot(`
      "error unknown-field: 1 finding  docs/checks/api-validity.md#unknown-field
        there is no field imge
        to fix: write image, 100% sure
          generated/rendered/prod/18-deployment-backend.yaml:11:11  Deployment shop/backend, spec.template.spec.containers[0].imge, from packages/shop/backend/src/index.ts

      warning exemption-unused: 1 finding  docs/checks/exemption-unused.md
        it is wrong
        to fix: correct it
          overlays/prod/kustomization.yaml

      info exemption-unused: 1 finding  docs/checks/exemption-unused.md
        it has no name
        to fix: give it one
          generated/rendered/prod/18-deployment-backend.yaml:3:1  Deployment shop/backend, metadata.labels["app.kubernetes.io/name"], from packages/shop/backend/src/index.ts

      1 environment, 12 objects, 3 checks: 1 error, 1 warning, 1 note
      "
    `);
  });

  test("groups by object", () => {
    expect(textOf(report, { notes: true, groupBy: "object" })).toMatchInlineSnapshot(`
      "prod: Deployment shop/backend  generated/rendered/prod/18-deployment-backend.yaml, from packages/shop/backend/src/index.ts
        error unknown-field: spec.template.spec.containers[0].imge
          there is no field imge
          to fix: write image, 100% sure
          generated/rendered/prod/18-deployment-backend.yaml:11:11  docs/checks/api-validity.md#unknown-field
        info exemption-unused: metadata.labels["app.kubernetes.io/name"]
          it has no name
          to fix: give it one
          generated/rendered/prod/18-deployment-backend.yaml:3:1  docs/checks/exemption-unused.md

      prod: overlays/prod/kustomization.yaml
        warning exemption-unused
          it is wrong
          to fix: correct it
          overlays/prod/kustomization.yaml  docs/checks/exemption-unused.md

      1 environment, 12 objects, 3 checks: 1 error, 1 warning, 1 note
      "
    `);
  });

  test("groups by file", () => {
    expect(textOf(report, { notes: true, groupBy: "file" })).toMatchInlineSnapshot(`
      "generated/rendered/prod/18-deployment-backend.yaml
        error unknown-field: Deployment shop/backend, spec.template.spec.containers[0].imge
          there is no field imge
          to fix: write image, 100% sure
          generated/rendered/prod/18-deployment-backend.yaml:11:11  docs/checks/api-validity.md#unknown-field
        info exemption-unused: Deployment shop/backend, metadata.labels["app.kubernetes.io/name"]
          it has no name
          to fix: give it one
          generated/rendered/prod/18-deployment-backend.yaml:3:1  docs/checks/exemption-unused.md

      overlays/prod/kustomization.yaml
        warning exemption-unused
          it is wrong
          to fix: correct it
          overlays/prod/kustomization.yaml  docs/checks/exemption-unused.md

      1 environment, 12 objects, 3 checks: 1 error, 1 warning, 1 note
      "
    `);
  });

  test("only counts notes where they are not asked for", () => {
    expect(textOf({ ...report, findings: report.findings.slice(1, 2) }, { notes: false })).toBe(
      "1 environment, 12 objects, 3 checks: 0 errors, 0 warnings, 1 note (--notes shows them)\n",
    );
  });

  test("of nothing is the sums", () => {
    expect(formatText(nothing, { notes: true })).toBe(
      "2 environments, 1 object, 3 checks: 0 errors, 0 warnings, 0 notes\n",
    );
    expect(formatText({ ...nothing, environments: [] }, { notes: true })).toBe(
      "1 object, 3 checks: 0 errors, 0 warnings, 0 notes\n",
    );
  });
});

/** A finding of a check about each of some Deployments. */
const often = (count: number, check: string, severity: "error" | "warning", message: (name: string) => string) =>
  Array.from({ length: count }, (_, at): Finding => {
    const name = `web-${String(at).padStart(4, "0")}`;
    const where = `generated/rendered/prod/18-deployment-${name}.yaml`;
    const place = { environment: "prod", object: `Deployment shop/${name}`, where, document: 0, source: undefined };
    return { ...place, check, severity, path: ["spec"], message: message(name), fix: `fix ${check}` };
  });
const reportOf = (...found: Finding[][]): CheckReport => ({
  ...report,
  findings: locate(found.flat(), () => undefined),
});

describe("what is found often", () => {
  test("is told once, with its places", () => {
    const one = reportOf(often(3, "naked-pod", "warning", () => "it is the same"));
    expect(textOf(one, { notes: false })).toMatchInlineSnapshot(`
      "warning naked-pod: 3 findings  docs/checks/naked-pod.md
        it is the same
        to fix: fix naked-pod
          generated/rendered/prod/18-deployment-web-0000.yaml  Deployment shop/web-0000, spec
          generated/rendered/prod/18-deployment-web-0001.yaml  Deployment shop/web-0001, spec
          generated/rendered/prod/18-deployment-web-0002.yaml  Deployment shop/web-0002, spec

      1 environment, 12 objects, 3 checks: 0 errors, 3 warnings, 0 notes
      "
    `);
  });

  test("is folded, and counted at the end", () => {
    const many = reportOf(
      often(300, "memory-limit", "warning", (name) => `container ${name} has no memory limit`),
      often(14, "probe-port", "error", () => "there is no such port"),
      often(1, "cpu-limit", "warning", () => "there is no limit"),
    );
    expect(textOf(many, { notes: false })).toMatchInlineSnapshot(`
      "error probe-port: 14 findings  docs/checks/probe-port.md
        there is no such port
        to fix: fix probe-port
          generated/rendered/prod/18-deployment-web-0000.yaml  Deployment shop/web-0000, spec
          generated/rendered/prod/18-deployment-web-0001.yaml  Deployment shop/web-0001, spec
          generated/rendered/prod/18-deployment-web-0002.yaml  Deployment shop/web-0002, spec
          generated/rendered/prod/18-deployment-web-0003.yaml  Deployment shop/web-0003, spec
          generated/rendered/prod/18-deployment-web-0004.yaml  Deployment shop/web-0004, spec
          generated/rendered/prod/18-deployment-web-0005.yaml  Deployment shop/web-0005, spec
          generated/rendered/prod/18-deployment-web-0006.yaml  Deployment shop/web-0006, spec
          generated/rendered/prod/18-deployment-web-0007.yaml  Deployment shop/web-0007, spec
          generated/rendered/prod/18-deployment-web-0008.yaml  Deployment shop/web-0008, spec
          generated/rendered/prod/18-deployment-web-0009.yaml  Deployment shop/web-0009, spec
          and 4 more

      warning memory-limit: 300 findings  docs/checks/memory-limit.md
        to fix: fix memory-limit
          container web-0000 has no memory limit
            generated/rendered/prod/18-deployment-web-0000.yaml  Deployment shop/web-0000, spec
          container web-0001 has no memory limit
            generated/rendered/prod/18-deployment-web-0001.yaml  Deployment shop/web-0001, spec
          container web-0002 has no memory limit
            generated/rendered/prod/18-deployment-web-0002.yaml  Deployment shop/web-0002, spec
          container web-0003 has no memory limit
            generated/rendered/prod/18-deployment-web-0003.yaml  Deployment shop/web-0003, spec
          container web-0004 has no memory limit
            generated/rendered/prod/18-deployment-web-0004.yaml  Deployment shop/web-0004, spec
          container web-0005 has no memory limit
            generated/rendered/prod/18-deployment-web-0005.yaml  Deployment shop/web-0005, spec
          container web-0006 has no memory limit
            generated/rendered/prod/18-deployment-web-0006.yaml  Deployment shop/web-0006, spec
          container web-0007 has no memory limit
            generated/rendered/prod/18-deployment-web-0007.yaml  Deployment shop/web-0007, spec
          container web-0008 has no memory limit
            generated/rendered/prod/18-deployment-web-0008.yaml  Deployment shop/web-0008, spec
          container web-0009 has no memory limit
            generated/rendered/prod/18-deployment-web-0009.yaml  Deployment shop/web-0009, spec
          and 290 more

      warning cpu-limit: 1 finding  docs/checks/cpu-limit.md
        there is no limit
        to fix: fix cpu-limit
          generated/rendered/prod/18-deployment-web-0000.yaml  Deployment shop/web-0000, spec

      and 294 more: --all shows them
      errors: probe-port 14
      warnings: memory-limit 300, cpu-limit 1
      1 environment, 12 objects, 3 checks: 14 errors, 301 warnings, 0 notes
      "
    `);
  });

  test("5,000 findings are as many as are asked for, and how many more there are", () => {
    const all = reportOf(
      often(4900, "memory-limit", "warning", (name) => `container ${name} has no memory limit`),
      often(100, "probe-port", "error", () => "there is no such port"),
    );
    expect(places(textOf(all, { notes: false }))).toBe(20);
    expect(places(textOf(all, { notes: false, all: true }))).toBe(5000);
    const thirty = textOf(all, { notes: false, max: 30 });
    expect([places(thirty), thirty.includes("\nand 4,970 more: a higher --max shows them\n")]).toEqual([30, true]);
    for (const groupBy of ["object", "file"] as const) {
      const text = textOf(all, { notes: false, max: 30, groupBy });
      expect(text).toContain("\nand 4,970 more: a higher --max shows them\n");
      expect(text.match(/^ {2}error probe-port/gm)).toHaveLength(30);
    }
    const compact = stripVTControlCharacters(formatCompact(all, { notes: false, max: 2 }));
    expect(compact).toMatchInlineSnapshot(`
      "generated/rendered/prod/18-deployment-web-0000.yaml: error probe-port: Deployment shop/web-0000, spec: there is no such port; to fix: fix probe-port
      generated/rendered/prod/18-deployment-web-0001.yaml: error probe-port: Deployment shop/web-0001, spec: there is no such port; to fix: fix probe-port
      and 4,998 more: a higher --max shows them
      1 environment, 12 objects, 3 checks: 100 errors, 4900 warnings, 0 notes
      "
    `);
  });

  test("takes no more lines than there are", () => {
    const kinds = registry
      .slice(0, 200)
      .map(({ id }, at) => often(20, id, at < 3 ? "error" : "warning", (name) => name));
    for (const lines of [1, 5, 24]) {
      const limits = { rounds: [1, 3], lines };
      const text = formatFindings(reportOf(...kinds), { notes: false, limits, how: "somewhere" });
      const end = text.search(/^and /m);
      expect(text.slice(0, end).split("\n").length - 1).toBeLessThanOrEqual(lines);
      expect(text.slice(end).split("\n")).toHaveLength(4);
    }
  });
});

test("a compact report is a line a finding", () => {
  expect(stripVTControlCharacters(formatCompact(report, { notes: true }))).toMatchInlineSnapshot(`
    "generated/rendered/prod/18-deployment-backend.yaml:11:11: error unknown-field: Deployment shop/backend, spec.template.spec.containers[0].imge: there is no field imge; to fix: write image, 100% sure
    overlays/prod/kustomization.yaml: warning exemption-unused: it is wrong; to fix: correct it
    generated/rendered/prod/18-deployment-backend.yaml:3:1: info exemption-unused: Deployment shop/backend, metadata.labels["app.kubernetes.io/name"]: it has no name; to fix: give it one
    1 environment, 12 objects, 3 checks: 1 error, 1 warning, 1 note
    "
  `);
});

test("only some checks", () => {
  expect(idsOf("unknown-field")).toEqual(["unknown-field"]);
  expect(idsOf("exemptions")).toEqual(["exemption-unused", "exemption-unused"]);
  expect(idsOf("warning", "api-validity")).toEqual(["unknown-field", "exemption-unused"]);
  expect(["unknown-field", "exemptions", "info"].map(selectorProblem)).toEqual([undefined, undefined, undefined]);
  expect(selectorProblem("unknown-feld")).toMatchInlineSnapshot(`
    {
      "next": "name checks of docs/checks.md, or error, warning, info, api-validity, references, clusters, conventions, pod-security, reliability, security, kustomize, secrets, gitops, exemptions. Did you mean unknown-field?",
      "what": "--only cannot be "unknown-feld"",
    }
  `);
});

test("JSON has every finding with its place", () => {
  expect(JSON.parse(formatJson({ ...report, findings: report.findings.slice(0, 1) }))).toEqual({
    environments: ["prod"],
    objects: 12,
    checks: 3,
    errors: 1,
    warnings: 0,
    notes: 0,
    findings: [
      {
        check: "unknown-field",
        severity: "error",
        environment: "prod",
        object: "Deployment shop/backend",
        file,
        document: 0,
        line: 11,
        column: 11,
        path: "spec.template.spec.containers[0].imge",
        message: "there is no field imge",
        fix: "write image, 100% sure",
        source: "packages/shop/backend/src/index.ts",
        toldBy: null,
        page: "docs/checks/api-validity.md#unknown-field",
      },
    ],
  });
});

test("annotations are GitHub's workflow commands, escaped", () => {
  expect(formatGithub(report)).toBe(
    `::error file=${file},line=11,col=11,title=unknown-field%3A Deployment shop/backend::spec.template.spec.containers[0].imge: there is no field imge%0ATo fix: write image, 100%25 sure%0Adocs/checks/api-validity.md#unknown-field
::notice file=${file},line=3,col=1,title=exemption-unused%3A Deployment shop/backend::metadata.labels["app.kubernetes.io/name"]: it has no name%0ATo fix: give it one%0Adocs/checks/exemption-unused.md
::warning file=overlays/prod/kustomization.yaml,title=exemption-unused%3A overlays/prod/kustomization.yaml::it is wrong%0ATo fix: correct it%0Adocs/checks/exemption-unused.md
1 error, 1 warning, 1 note
`,
  );
});

describe("SARIF", () => {
  const schema: unknown = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const ajv = addFormats.default(new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false }));
  const validate = ajv.compile(schema as object);

  test.for([report, nothing])("is valid", (one) => {
    const log: unknown = JSON.parse(formatSarif(one, registry));
    validate(log);
    expect(validate.errors).toBeNull();
  });

  test("a log that is not valid is found so", () => {
    const log = JSON.parse(formatSarif(report, registry)) as { runs: { results: { message: unknown }[] }[] };
    log.runs[0]!.results[0]!.message = "text";
    expect(validate(log)).toBe(false);
  });

  test("has a rule for each check that found something, and where", () => {
    const log = JSON.parse(formatSarif(report, registry)) as { runs: object[] };
    expect(log.runs[0]).toEqual({
      tool: {
        driver: {
          name: "pnpm check",
          rules: [
            {
              id: "unknown-field",
              shortDescription: { text: "A field that the kind does not have." },
              help: {
                text: "A field that the kind does not have. docs/checks/api-validity.md#unknown-field says more.",
              },
              properties: { tags: ["api-validity"] },
            },
            {
              id: "exemption-unused",
              shortDescription: { text: "An exemption matches no finding." },
              help: {
                text: "An exemption matches no finding. docs/checks/exemption-unused.md says more.",
              },
              properties: { tags: ["exemptions"] },
            },
          ],
        },
      },
      columnKind: "utf16CodeUnits",
      results: [
        {
          ruleId: "unknown-field",
          ruleIndex: 0,
          level: "error",
          message: { text: "there is no field imge. To fix: write image, 100% sure." },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: file, uriBaseId: "%SRCROOT%" },
                region: { startLine: 11, startColumn: 11 },
              },
              logicalLocations: [
                {
                  fullyQualifiedName: "Deployment shop/backend: spec.template.spec.containers[0].imge",
                  kind: "object",
                },
              ],
            },
          ],
          relatedLocations: [
            {
              physicalLocation: {
                artifactLocation: { uri: "packages/shop/backend/src/index.ts", uriBaseId: "%SRCROOT%" },
              },
            },
          ],
          partialFingerprints: {
            "place/v1": "prod|Deployment shop/backend|unknown-field|spec.template.spec.containers[0].imge",
          },
        },
        expect.objectContaining({ ruleId: "exemption-unused", ruleIndex: 1, level: "note" }),
        expect.objectContaining({ ruleId: "exemption-unused", ruleIndex: 1, level: "warning" }),
      ],
    });
  });
});
