import type { Exemption } from "@kit/model";
import { describe, expect, test } from "vitest";
import { applyExemptions } from "../src/exemptions.ts";
import type { Finding } from "../src/finding.ts";
import { policyProblems } from "../src/policy-problems.ts";
import { defineChecks } from "../src/policy.ts";

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

function after(exemptions: readonly Exemption[], today = "2026-06-15", findings = [finding, ofOverlay]): string[] {
  const checks = { ...defineChecks({}), exemptions };
  return applyExemptions(findings, { id: "dev", policy: { checks, where: "environments.ts" } }, today).map(
    ({ check, object, message }) => `${check} · ${object} · ${message}`,
  );
}

const both = [
  "image-tag-latest · Deployment default/backend · the image shop-api:latest may be a different one tomorrow",
  "tag-unquoted · overlays/dev/kustomization.yaml · the image shop-api:latest may be a different one tomorrow",
];
const reason = "as specified";

describe("an exemption", () => {
  test("none leaves everything", () => expect(after([])).toEqual(both));

  test.for<[string, Exemption]>([
    ["names the object", { check: "image-tag-latest", object: "Deployment/backend", reason }],
    ["has a wildcard for the name", { check: "image-tag-latest", object: "Deployment/*", reason }],
    ["has a wildcard for a part of it", { check: "image-tag-latest", object: "*/back*", reason }],
    ["names what it is about", { check: "image-tag-latest", object: "Deployment/backend", about: ":latest", reason }],
    ["holds until today", { check: "image-tag-latest", object: "Deployment/backend", until: "2026-06-15", reason }],
  ])("that %s leaves the finding out", ([, exemption]) => expect(after([exemption])).toEqual([both[1]]));

  test("of an overlay's file names its path", () => {
    expect(after([{ check: "tag-unquoted", object: "overlays/dev/kustomization.yaml", reason }])).toEqual([both[0]]);
  });

  test.for<[string, Exemption]>([
    ["another check", { check: "cpu-request", object: "Deployment/backend", reason }],
    ["another object", { check: "image-tag-latest", object: "Deployment/back", reason }],
    ["another kind", { check: "image-tag-latest", object: "Service/backend", reason }],
    ["another text", { check: "image-tag-latest", object: "Deployment/backend", about: "frontend", reason }],
  ])("for %s is unused, which is a finding", ([, exemption]) => {
    const { check, object } = exemption;
    const found = `exemption-unused · exemption of ${check} for ${object} · the exemption matches no finding`;
    expect(after([exemption])).toEqual([...both, found]);
  });

  test("that has expired exempts nothing any more, and says so", () => {
    const exemption = { check: "image-tag-latest", object: "Deployment/backend", until: "2026-06-14", reason };
    expect(after([exemption])).toEqual([
      ...both,
      "exemption-expired · exemption of image-tag-latest for Deployment/backend · the exemption held until 2026-06-14, and what it exempts is still there",
    ]);
  });

  test("that has expired does not undo one that holds", () => {
    const exemption = { check: "image-tag-latest", object: "Deployment/backend", reason };
    expect(after([{ ...exemption, until: "2026-06-14" }, exemption])).toEqual([
      both[1],
      "exemption-expired · exemption of image-tag-latest for Deployment/backend · the exemption held until 2026-06-14, and what it exempts is still there",
    ]);
  });

  test("from untyped code is checked again", () => {
    const exemptions: Exemption[] = [
      { check: "image-tag-lates", object: "Deployment/backend", reason },
      { check: "unknown-field", object: "Deployment/backend", reason },
      { check: "image-tag-latest", object: "Deployment/backend", reason: " ", until: "2026-02-30" },
    ];
    expect(policyProblems({ ...defineChecks({}), exemptions }, "environments.ts")).toEqual([
      {
        code: "check-exemption",
        what: 'the exemption of "image-tag-lates" for "Deployment/backend": there is no check of that name',
        where: "environments.ts",
        next: "did you mean image-tag-latest? docs/checks.md lists the checks",
      },
      {
        code: "check-exemption",
        what: 'the exemption of "unknown-field" for "Deployment/backend": what that check finds cannot be exempted',
        where: "environments.ts",
        next: "correct what it finds; docs/checks/unknown-field.md says how",
      },
      {
        code: "check-exemption",
        what: 'the exemption of "image-tag-latest" for "Deployment/backend" has no reason',
        where: "environments.ts",
        next: "say why it is accepted, for its reviewer",
      },
      {
        code: "check-exemption",
        what: 'the exemption of "image-tag-latest" for "Deployment/backend" ends on "2026-02-30", which is not a day',
        where: "environments.ts",
        next: "write the last day as 2027-01-31",
      },
    ]);
  });
});
