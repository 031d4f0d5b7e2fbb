import { expect, test } from "vitest";
import { definePolicy, type PolicyFields } from "../../src/policy/define-policy.ts";
import { nonRootUsers, prefixedNames, replicated } from "../../src/policy/packs.ts";
import { policyProblems } from "../../src/policy/policy-problems.ts";

/** What is said of a value from untyped code, as `code: what; next`. */
function said(value: unknown): string[] {
  const problems = policyProblems(definePolicy(value as PolicyFields), "policy.ts:1");
  expect(new Set(problems.map(({ where }) => where))).toEqual(new Set(problems.length === 0 ? [] : ["policy.ts:1"]));
  return problems.map(({ code, what, next }) => `${code}: ${what}; ${next}`);
}

test("the mark of a policy is the same for every instance of the kit", () => {
  const ofAnotherInstance = { [Symbol.for("typed-manifests/policy")]: true, said: { profile: "staging" }, call: {} };
  expect(policyProblems(ofAnotherInstance, "policy.ts").map(({ what }) => what)).toEqual(['profile is "staging"']);
});

test("a literal is no policy", () => {
  expect(policyProblems({ profile: "production" }, "policy.ts")).toEqual([
    {
      code: "policy-value",
      what: 'the policy is {"profile":"production"}, which definePolicy has not made',
      where: "policy.ts",
      next: "write what definePolicy returns",
    },
  ]);
});

test("a policy that is right has no problem", () => {
  const packs = [replicated(), nonRootUsers({ minimum: 1 }), prefixedNames({ prefix: "{system}-{service}" })];
  const exemptions = [{ check: "job-ttl", object: "Job/once", reason: "as specified", until: "2027-01-31" }] as const;
  expect(said({ profile: "production", packs, severities: { "job-ttl": "off" }, options: {}, exemptions })).toEqual([]);
  expect(said({})).toEqual([]);
});

test.for([
  [
    undefined,
    [
      "policy-value: definePolicy was given undefined; write definePolicy({ severities: { … }, exemptions: [ … ] }), say",
    ],
  ],
  [[], ["policy-value: definePolicy was given []; write definePolicy({ severities: { … }, exemptions: [ … ] }), say"]],
  [
    { severity: {} },
    [
      'policy-value: "severity" is not a field of a policy; write one of profile, packs, severities, options, exemptions',
    ],
  ],
  [{ exemption: [] }, ['policy-value: "exemption" is not a field of a policy; did you mean exemptions?']],
  [
    { "": 1 },
    ['policy-value: "" is not a field of a policy; write one of profile, packs, severities, options, exemptions'],
  ],
  [
    { toString: 1 },
    [
      'policy-value: "toString" is not a field of a policy; write one of profile, packs, severities, options, exemptions',
    ],
  ],
  [{ profile: "staging" }, ['policy-value: profile is "staging"; write "development" or "production", or remove it']],
  [{ packs: replicated() }, [expect.stringContaining("policy-value: packs is {") as string]],
  [
    { packs: [replicated, { name: "replicated" }] },
    [
      "policy-value: packs[0] is a function, not a rule pack; write what a pack's function returns, such as replicated({ minimum: 2 })",
      'policy-value: packs[1] is {"name":"replicated"}, not a rule pack; write what a pack\'s function returns, such as replicated({ minimum: 2 })',
    ],
  ],
  [
    { packs: [replicated({ minimum: "two" as unknown as number })] },
    [
      'policy-value: packs[0], replicated: minimumReplicas must be a whole number, 1 or more, got "two"; change it where it is said',
    ],
  ],
  [{ severities: [] }, ['policy-value: severities is []; write { "image-tag-latest": "error" }, say']],
  [
    { severities: { "image-tag-lates": "off", "unknown-field": "off", "exemption-unused": "off", "job-ttl": "fatal" } },
    [
      'policy-value: severities: there is no check "image-tag-lates"; did you mean image-tag-latest?',
      "policy-value: severities: the severity of unknown-field cannot be changed; correct what it finds; docs/checks/api-validity.md#unknown-field says more",
      "policy-value: severities: the severity of exemption-unused cannot be changed; correct what it finds; docs/checks/exemption-unused.md says more",
      'policy-value: severities: job-ttl is "fatal"; write "error", "warning", "info" or "off"',
    ],
  ],
  [{ options: 1 }, ["policy-value: options is 1; write { minimumReplicas: 3 }, say"]],
  [
    { options: { registry: [], minimumReplicas: 0, namePrefix: "Shop", registries: "a", requiredLabels: [""] } },
    [
      'policy-value: options: there is no option "registry"; write one of namePrefix, minimumReplicas, minimumUser, forbiddenLabels, forbiddenAnnotations, registries, requiredAnnotations, requiredLabels',
      "policy-value: options: minimumReplicas must be a whole number, 1 or more, got 0; change it where it is said",
      'policy-value: options: namePrefix must be a text of lower-case letters, digits, -, . and {service} or {system}, got "Shop"; change it where it is said',
      'policy-value: options: registries must be a list of texts, got "a"; change it where it is said',
      'policy-value: options: requiredLabels must be a list of label keys, got [""]; change it where it is said',
    ],
  ],
  [
    { exemptions: {} },
    [
      'check-exemption: exemptions is {}; write a list: [{ check: "image-digest", object: "Deployment/web", reason: "…" }]',
    ],
  ],
  [
    { exemptions: [null, { check: "job-ttl", reason: "a" }] },
    [
      'check-exemption: exemptions[0] is null; name a check and an object: { check: "image-digest", object: "Deployment/web", reason: "…" }',
      'check-exemption: exemptions[1] is {"check":"job-ttl","reason":"a"}; name a check and an object: { check: "image-digest", object: "Deployment/web", reason: "…" }',
    ],
  ],
  [
    {
      exemptions: [
        { check: "image-tag-lates", object: "Deployment/backend", reason: "as specified" },
        { check: "unknown-field", object: "Deployment/backend", reason: "as specified" },
        { check: "image-tag-latest", object: "Deployment/backend", reason: " ", until: "2026-02-30" },
        { check: "image-tag-latest", object: "Deployment/backend", about: 1, reason: "as specified", until: 2026 },
      ],
    },
    [
      'check-exemption: the exemption of "image-tag-lates" for "Deployment/backend": there is no check of that name; did you mean image-tag-latest? docs/checks.md lists the checks',
      'check-exemption: the exemption of "unknown-field" for "Deployment/backend": what that check finds cannot be exempted: the API server refuses the object all the same; correct what it finds; docs/checks/api-validity.md#unknown-field says more',
      'check-exemption: the exemption of "image-tag-latest" for "Deployment/backend" has no reason; say why it is accepted, for its reviewer',
      'check-exemption: the exemption of "image-tag-latest" for "Deployment/backend" ends on "2026-02-30", which is not a day; write the last day as 2027-01-31',
      'check-exemption: the exemption of "image-tag-latest" for "Deployment/backend" is about 1, which is not a text; write a part of the finding\'s message',
      'check-exemption: the exemption of "image-tag-latest" for "Deployment/backend" ends on 2026, which is not a day; write the last day as 2027-01-31',
    ],
  ],
] as const)("says of %j what is wrong", ([value, problems]) => {
  expect(said(value)).toEqual(problems);
});
