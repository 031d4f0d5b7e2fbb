import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { formatSarif } from "../src/index.ts";
import { compare, remove, replace, reviewOf } from "./edits.ts";

const overlay = { file: "overlays/prod/kustomization.yaml", changed: true, images: [] };
const risky = reviewOf(
  "prod",
  [
    remove("13-service-backend-service.yaml"),
    replace("18-deployment-web.yaml", "replicas: 2", "replicas: 1"),
    replace("18-deployment-backend.yaml", "shop-api:1.0.0", "shop-api:1.1.0"),
  ],
  overlay,
);
const nothing = reviewOf("prod", []);
const claim = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\n";

const schema: unknown = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const ajv = addFormats.default(new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false }));
const validate = ajv.compile(schema as object);

test.for([risky, nothing, compare(claim, "")])("is valid", (one) => {
  validate(JSON.parse(formatSarif(one)));
  expect(validate.errors).toBeNull();
});

test("a log that is not valid is found so", () => {
  const log = JSON.parse(formatSarif(risky)) as { runs: { results: { level: string }[] }[] };
  log.runs[0]!.results[0]!.level = "breaks";
  expect(validate(log)).toBe(false);
});

test("has what is risky, and nothing else", () => {
  expect(JSON.parse(formatSarif(risky))).toMatchInlineSnapshot(`
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "runs": [
        {
          "columnKind": "utf16CodeUnits",
          "results": [
            {
              "level": "error",
              "locations": [
                {
                  "logicalLocations": [
                    {
                      "fullyQualifiedName": "Service shop/backend-service",
                      "kind": "object",
                    },
                  ],
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "13-service-backend-service.yaml",
                      "uriBaseId": "%SRCROOT%",
                    },
                  },
                },
              ],
              "message": {
                "text": "Service shop/backend-service: there is no Service backend-service any more, and Ingress shop/backend-ingress refers to it. What comes of it: its address does not resolve: change what uses it first.",
              },
              "partialFingerprints": {
                "place/v1": "prod|Service shop/backend-service|service-name|there is no Service backend-service any more, and Ingress shop/backend-ingress refers to it",
              },
              "relatedLocations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "overlays/prod/kustomization.yaml",
                      "uriBaseId": "%SRCROOT%",
                    },
                  },
                },
              ],
              "ruleId": "service-name",
              "ruleIndex": 0,
            },
            {
              "level": "warning",
              "locations": [
                {
                  "logicalLocations": [
                    {
                      "fullyQualifiedName": "Service shop/backend-service",
                      "kind": "object",
                    },
                  ],
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "13-service-backend-service.yaml",
                      "uriBaseId": "%SRCROOT%",
                    },
                  },
                },
              ],
              "message": {
                "text": "Service shop/backend-service: the Service backend-service is gone, and what is not in this repository may use it. What comes of it: its address leads nowhere.",
              },
              "partialFingerprints": {
                "place/v1": "prod|Service shop/backend-service|removed-entry|the Service backend-service is gone, and what is not in this repository may use it",
              },
              "relatedLocations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "overlays/prod/kustomization.yaml",
                      "uriBaseId": "%SRCROOT%",
                    },
                  },
                },
              ],
              "ruleId": "removed-entry",
              "ruleIndex": 1,
            },
            {
              "level": "warning",
              "locations": [
                {
                  "logicalLocations": [
                    {
                      "fullyQualifiedName": "Deployment shop/web: spec.replicas",
                      "kind": "object",
                    },
                  ],
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "18-deployment-web.yaml",
                      "uriBaseId": "%SRCROOT%",
                    },
                  },
                },
              ],
              "message": {
                "text": "Deployment shop/web: the replicas go down from 2 to 1. What comes of it: stops 1 pod of web.",
              },
              "partialFingerprints": {
                "place/v1": "prod|Deployment shop/web|replicas-lowered|spec.replicas|the replicas go down from 2 to 1",
              },
              "relatedLocations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "overlays/prod/kustomization.yaml",
                      "uriBaseId": "%SRCROOT%",
                    },
                  },
                },
              ],
              "ruleId": "replicas-lowered",
              "ruleIndex": 2,
            },
          ],
          "tool": {
            "driver": {
              "name": "pnpm review",
              "rules": [
                {
                  "help": {
                    "text": "A Service is gone whose name something still uses. docs/risks/service-name.md says why, and what to do.",
                  },
                  "id": "service-name",
                  "properties": {
                    "tags": [
                      "breaks",
                    ],
                  },
                  "shortDescription": {
                    "text": "A Service is gone whose name something still uses.",
                  },
                },
                {
                  "help": {
                    "text": "A Service, Ingress or route is removed that others may use. docs/risks/removed-entry.md says why, and what to do.",
                  },
                  "id": "removed-entry",
                  "properties": {
                    "tags": [
                      "caution",
                    ],
                  },
                  "shortDescription": {
                    "text": "A Service, Ingress or route is removed that others may use.",
                  },
                },
                {
                  "help": {
                    "text": "There are fewer pods than before. docs/risks/replicas-lowered.md says why, and what to do.",
                  },
                  "id": "replicas-lowered",
                  "properties": {
                    "tags": [
                      "caution",
                    ],
                  },
                  "shortDescription": {
                    "text": "There are fewer pods than before.",
                  },
                },
              ],
            },
          },
        },
      ],
      "version": "2.1.0",
    }
  `);
});

test("of nothing is a log without results", () => {
  expect(JSON.parse(formatSarif(nothing))).toMatchInlineSnapshot(`
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "runs": [
        {
          "columnKind": "utf16CodeUnits",
          "results": [],
          "tool": {
            "driver": {
              "name": "pnpm review",
              "rules": [],
            },
          },
        },
      ],
      "version": "2.1.0",
    }
  `);
});
