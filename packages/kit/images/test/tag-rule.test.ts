import { expect, test } from "vitest";
import { planAssignments, planPromotion } from "../src/index.ts";
import { overlayText } from "./overlay-text.ts";

const digest = `sha256:${"ab".repeat(32)}`;
const images = (version: string): string =>
  `images:\n- name: acme/web\n  ${version}\n- name: proxy\n  newTag: "1.0.0"\n`;
const rule = { images: ["acme/web"], by: "the rule pack versionFromTag of policy.ts:5" };

/** What is said against a reference, or nothing. */
function said(assignment: string, asked = true): string {
  const overlay = overlayText("prod", images('newTag: "1.0.0"'));
  const services = new Map<string, readonly string[]>();
  const { problems } = planAssignments({
    overlay,
    assignments: [assignment],
    services,
    rule: asked ? rule : undefined,
    allowLatest: false,
  });
  return problems.map(({ what, next }) => `${what}; ${next}`).join("\n");
}

const fix = "give it one colon, no digest and no registry port";
const wants = "the rule pack versionFromTag of policy.ts:5 wants its tag as the version label";

test.for([
  ["acme/web=1.10", ""],
  ["acme/web=registry.example.com/web:1.10", ""],
  [
    `acme/web=${digest}`,
    `prod cannot deploy acme/web@${digest}: it has a digest, and a digest is not a value for a label; ${wants}; ${fix}: acme/web:<tag>`,
  ],
  [
    `acme/web=1.10@${digest}`,
    `prod cannot deploy acme/web:1.10@${digest}: it has a digest, and a digest is not a value for a label; ${wants}; ${fix}: acme/web:1.10`,
  ],
  [
    "acme/web=registry:5000/web:1.10",
    `prod cannot deploy registry:5000/web:1.10: it has a registry with a port, and what follows its first colon is not a tag; ${wants}; ${fix}: <registry without a port>/web:1.10`,
  ],
  [
    "acme/web=_1",
    `prod cannot deploy acme/web:_1: it has the tag _1, and that is not a value for a label; ${wants}; ${fix}: acme/web:<tag>`,
  ],
  [`acme/web=${"1".repeat(63)}`, ""],
  [
    `acme/web=${"1".repeat(64)}`,
    `prod cannot deploy acme/web:${"1".repeat(64)}: it has the tag ${"1".repeat(64)}, and that is not a value for a label; ${wants}; ${fix}: acme/web:<tag>`,
  ],
  // The rule is for another image.
  [`proxy=registry:5000/proxy:1@${digest}`, ""],
] as const)("where a policy wants the tag as a label, of %s", ([assignment, problem]) => {
  expect(said(assignment)).toBe(problem);
});

test("where none does, every reference is taken", () => {
  const assignments = [`acme/web=${digest}`, "acme/web=registry:5000/web:1.10", "acme/web=_1"];
  expect(assignments.map((assignment) => said(assignment, false))).toEqual(["", "", ""]);
});

test("a promotion is held to the policy of where it goes, and nothing that stays is judged", () => {
  const [from, to] = [overlayText("dev", images(`digest: ${digest}`)), overlayText("prod", images('newTag: "1.0.0"'))];
  const options = { named: [], services: new Map(), rule, allowDowngrade: false };
  expect(planPromotion({ ...options, from, to }).problems.map(({ what }) => what)).toEqual([
    `prod cannot deploy acme/web@${digest}: it has a digest, and a digest is not a value for a label; ${wants}`,
  ]);
  expect(planPromotion({ ...options, from, to: { ...from, id: "prod" } }).problems).toEqual([]);
});
