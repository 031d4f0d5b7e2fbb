import { createRequire } from "node:module";
import { stripVTControlCharacters } from "node:util";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { Finding } from "../src/finding.ts";
import { formatGithub } from "../src/report/format-github.ts";
import { formatJson } from "../src/report/format-json.ts";
import { formatSarif } from "../src/report/format-sarif.ts";
import { formatText } from "../src/report/format-text.ts";
import { locate } from "../src/report/locate.ts";
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

describe("text", () => {
  test("groups by environment and object, and tells the sums", () => {
    expect(stripVTControlCharacters(formatText(report, true))).toBe(`prod

  Deployment shop/backend  generated/rendered/prod/18-deployment-backend.yaml, from packages/shop/backend/src/index.ts
    error unknown-field: line 11, spec.template.spec.containers[0].imge
      there is no field imge
      to fix: write image, 100% sure
      docs/checks/api-validity.md#unknown-field
    info exemption-unused: line 3, metadata.labels["app.kubernetes.io/name"]
      it has no name
      to fix: give it one
      docs/checks/exemption-unused.md

  overlays/prod/kustomization.yaml
    warning exemption-unused
      it is wrong
      to fix: correct it
      docs/checks/exemption-unused.md

1 environment, 12 objects, 3 checks: 1 error, 1 warning, 1 note
`);
  });

  test("only counts notes where they are not asked for", () => {
    expect(stripVTControlCharacters(formatText({ ...report, findings: report.findings.slice(1, 2) }, false))).toBe(
      "1 environment, 12 objects, 3 checks: 0 errors, 0 warnings, 1 note (--notes shows them)\n",
    );
  });

  test("of nothing is the sums", () => {
    expect(formatText(nothing, true)).toBe("2 environments, 1 object, 3 checks: 0 errors, 0 warnings, 0 notes\n");
    expect(formatText({ ...nothing, environments: [] }, true)).toBe(
      "1 object, 3 checks: 0 errors, 0 warnings, 0 notes\n",
    );
  });
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
