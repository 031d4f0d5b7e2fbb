import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/finding.ts";
import { definePolicy, type Exemption } from "../../src/policy/define-policy.ts";
import type { ExemptibleId } from "../../src/policy/exemptible-ids.ts";
import { applyExemptions } from "../../src/policy/exemptions.ts";
import { policyInForce, type PolicyLayer } from "../../src/policy/in-force.ts";

const finding: Finding = {
  check: "image-tag-latest",
  severity: "warning",
  environment: "dev",
  object: "Deployment default/backend",
  where: "generated/rendered/dev/18-deployment-backend.yaml",
  document: 0,
  path: ["spec"],
  message: "the image shop-api:latest may be a different one tomorrow",
  fix: "give it a tag of its own",
  source: undefined,
};
const ofOverlay: Finding = { ...finding, check: "tag-unquoted", object: "overlays/dev/kustomization.yaml" };

type Exempting = Exemption<ExemptibleId>;

function layerOf(level: PolicyLayer["level"], exemptions: readonly Exempting[], ids: readonly string[]): PolicyLayer {
  const where = `packages/${level}.ts`;
  return { level, policy: definePolicy({ exemptions }), where, line: 5, environments: ids };
}

function after(exemptions: readonly Exempting[], today = "2026-06-15", findings = [finding, ofOverlay]): string[] {
  const policy = policyInForce([layerOf("environment", exemptions, ["dev"])], "development");
  const { environments } = applyExemptions([{ id: "dev", findings, policy }], today);
  return environments.flat().map(({ check, object, message }) => `${check} · ${object} · ${message}`);
}

const both = [
  "image-tag-latest · Deployment default/backend · the image shop-api:latest may be a different one tomorrow",
  "tag-unquoted · overlays/dev/kustomization.yaml · the image shop-api:latest may be a different one tomorrow",
];
const reason = "as specified";

describe("an exemption", () => {
  test("none leaves everything", () => expect(after([])).toEqual(both));

  test.for<[string, Exempting]>([
    ["names the object", { check: "image-tag-latest", object: "Deployment/backend", reason }],
    ["has a wildcard for the name", { check: "image-tag-latest", object: "Deployment/*", reason }],
    ["has a wildcard for a part of it", { check: "image-tag-latest", object: "*/back*", reason }],
    ["names what it is about", { check: "image-tag-latest", object: "Deployment/backend", about: ":latest", reason }],
    ["holds until today", { check: "image-tag-latest", object: "Deployment/backend", until: "2026-06-15", reason }],
  ])("that %s leaves the finding out", ([, exemption]) => expect(after([exemption])).toEqual([both[1]]));

  test("of an overlay's file names its path", () => {
    expect(after([{ check: "tag-unquoted", object: "overlays/dev/kustomization.yaml", reason }])).toEqual([both[0]]);
  });

  test.for<[string, Exempting]>([
    ["another check", { check: "cpu-request", object: "Deployment/backend", reason }],
    ["another object", { check: "image-tag-latest", object: "Deployment/back", reason }],
    ["another kind", { check: "image-tag-latest", object: "Service/backend", reason }],
    ["another text", { check: "image-tag-latest", object: "Deployment/backend", about: "frontend", reason }],
  ])("for %s is unused, which is a finding", ([, exemption]) => {
    const { check, object } = exemption;
    const found = `exemption-unused · exemption of ${check} for ${object} · the exemption matches no finding`;
    expect(after([exemption])).toEqual([...both, found]);
  });

  test.for<[string, readonly Finding[], string]>([
    [
      "*",
      [finding, { ...finding, object: "Deployment shop/web" }, { ...finding, object: "StatefulSet shop/db" }],
      "remove it, or correct its object or text: the check finds Deployment/backend, Deployment/web, StatefulSet/db; * is any text without a slash, so */* is every object",
    ],
    [
      "backend",
      ["a", "b", "c", "d", "e"].map((name) => ({ ...finding, object: `Deployment shop/${name}` })),
      "remove it, or correct its object or text: the check finds Deployment/a, Deployment/b, Deployment/c and 2 more; * is any text without a slash, so */* is every object",
    ],
    ["*", [ofOverlay], "remove it, or correct its check, object or text"],
  ])("for %s is told what its check finds", ([object, findings, fix]) => {
    const exemption: Exempting = { check: "image-tag-latest", object, reason };
    const policy = policyInForce([layerOf("environment", [exemption], ["dev"])], "development");
    const { environments } = applyExemptions([{ id: "dev", findings, policy }], "2026-06-15");
    expect(environments.flat().at(-1)).toMatchObject({ check: "exemption-unused", fix });
  });

  test("that has expired exempts nothing any more, and says so", () => {
    const exemption: Exempting = {
      check: "image-tag-latest",
      object: "Deployment/backend",
      until: "2026-06-14",
      reason,
    };
    expect(after([exemption])).toEqual([
      ...both,
      "exemption-expired · exemption of image-tag-latest for Deployment/backend · the exemption held until 2026-06-14, and what it exempts is still there",
    ]);
  });

  test("that has expired does not undo one that holds", () => {
    const exemption: Exempting = { check: "image-tag-latest", object: "Deployment/backend", reason };
    expect(after([{ ...exemption, until: "2026-06-14" }, exemption])).toEqual([
      both[1],
      "exemption-expired · exemption of image-tag-latest for Deployment/backend · the exemption held until 2026-06-14, and what it exempts is still there",
    ]);
  });
});

describe("an exemption of a system", () => {
  const [dev, prod] = ["dev", "prod"].map((environment) => ({ ...finding, environment }));
  const exemption: Exempting = { check: "image-tag-latest", object: "Deployment/*", reason };
  const unused: Exempting = { check: "cpu-request", object: "Deployment/*", reason };
  const system = layerOf("system", [exemption, unused], ["dev", "prod"]);

  /** What is left of environments, and what is said of policies. */
  function judged(environments: Readonly<Record<string, readonly Finding[]>>, today = "2026-06-15"): unknown {
    const all = Object.entries(environments).map(([id, findings]) => {
      return { id, findings, policy: policyInForce([system], "production") };
    });
    const { environments: left, policies } = applyExemptions(all, today);
    return [left.flat(), policies];
  }

  test("is used where it is so in one of them, and unused where it is so in none, which is said once", () => {
    expect(judged({ dev: [dev!], prod: [] })).toEqual([
      [],
      [
        {
          check: "exemption-unused",
          severity: "warning",
          environment: undefined,
          object: "exemption of cpu-request for Deployment/*",
          where: "packages/system.ts",
          document: 0,
          path: ["exemptions", 1],
          message: "the exemption matches no finding",
          fix: "remove it, or correct its check, object or text",
          source: "packages/system.ts",
        },
      ],
    ]);
  });

  test("is not said to be unused where one of them is not judged", () => {
    expect(judged({ prod: [prod!] })).toEqual([[], []]);
  });

  test("adds to those of its environments, each judged by itself", () => {
    const own = layerOf("environment", [{ ...exemption, about: "nothing" }], ["prod"]);
    const policy = policyInForce([system, own], "production");
    const { environments } = applyExemptions([{ id: "prod", findings: [prod!], policy }], "2026-06-15");
    expect(
      environments.flat().map(({ environment, check, object, where }) => [environment, check, object, where]),
    ).toEqual([
      ["prod", "exemption-unused", "exemption of image-tag-latest for Deployment/*", "packages/environment.ts"],
    ]);
  });
});
