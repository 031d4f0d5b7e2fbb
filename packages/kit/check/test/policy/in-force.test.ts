import { expect, test } from "vitest";
import { definePolicy, type PolicyFields } from "../../src/policy/define-policy.ts";
import { policyInForce, severityOf, type PolicyInForce, type PolicyLayer } from "../../src/policy/in-force.ts";
import { nonRootUsers, probed, replicated } from "../../src/policy/packs.ts";

const levels = ["repository", "system", "environment"] as const;

/** The policies of the repository, the system and the environment put together, as plain values. */
function together(...fields: readonly PolicyFields[]): object {
  const layers = fields.map((one, index): PolicyLayer => {
    const level = levels[index]!;
    return { level, policy: definePolicy(one), where: `${level}.ts`, line: 1, environments: ["dev"] };
  });
  const { profile, profileBy, packs, severities, options, optionsBy, exemptions } = policyInForce(layers, "production");
  return {
    profile: [profile, profileBy?.level],
    packs: packs.map(({ pack, layer }) => [pack.name, pack.parameters, layer.level]),
    severities: [...severities].map(([id, { severity, by }]) => [id, severity, by.layer.level, by.pack?.name]),
    options: Object.entries(options).map(([option, value]) => {
      const by = optionsBy.get(option);
      return [option, value, by?.layer.level, by?.pack?.name];
    }),
    exemptions: exemptions.map(({ exemption, index, layer }) => [exemption.check, index, layer.level]),
  };
}

const exempt = (check: "job-ttl" | "high-uid") => ({ check, object: "Job/*", reason: "as specified" });

test("nothing is in force where nobody says anything", () => {
  expect(together()).toEqual({
    profile: ["production", undefined],
    packs: [],
    severities: [],
    options: [],
    exemptions: [],
  });
});

test("the later refines the earlier, field by field, and exemptions add up", () => {
  const found = together(
    {
      profile: "production",
      packs: [replicated({ minimum: 3 }), probed()],
      severities: { "job-ttl": "warning", "replicas-minimum": "warning" },
      options: { registries: ["registry.example.com"] },
      exemptions: [exempt("job-ttl"), exempt("high-uid")],
    },
    { packs: [nonRootUsers()], severities: { "job-ttl": "off" }, exemptions: [exempt("job-ttl")] },
    {
      profile: "development",
      packs: [replicated({ minimum: 1 })],
      severities: { "probes-required": "off" },
      options: { minimumUser: 2000 },
      exemptions: [exempt("high-uid")],
    },
  );
  expect(found).toEqual({
    profile: ["development", "environment"],
    packs: [
      ["replicated", { minimum: 1 }, "environment"],
      ["probed", {}, "repository"],
      ["nonRootUsers", { minimum: 1000 }, "system"],
    ],
    severities: [
      ["replicas-minimum", "error", "environment", "replicated"],
      ["probes-required", "off", "environment", undefined],
      ["job-ttl", "off", "system", undefined],
      ["run-as-user", "error", "system", "nonRootUsers"],
    ],
    options: [
      ["minimumReplicas", 1, "environment", "replicated"],
      ["registries", ["registry.example.com"], "repository", undefined],
      ["minimumUser", 2000, "environment", undefined],
    ],
    exemptions: [
      ["job-ttl", 0, "repository"],
      ["high-uid", 1, "repository"],
      ["job-ttl", 0, "system"],
      ["high-uid", 0, "environment"],
    ],
  });
});

test("what a policy leaves undefined, it does not say", () => {
  const untyped = { profile: undefined, severities: { "job-ttl": undefined }, options: { minimumUser: undefined } };
  expect(together({ severities: { "job-ttl": "error" } }, untyped as unknown as PolicyFields)).toMatchObject({
    profile: ["production", undefined],
    severities: [["job-ttl", "error", "repository", undefined]],
    options: [],
  });
});

test("a severity is the policy's; only that something is surely broken no milder one changes", () => {
  expect([judged(undefined), judged(undefined, "error")]).toEqual(["warning", "error"]);
  expect([judged("info"), judged("info", "warning"), judged("info", "error")]).toEqual(["info", "info", "error"]);
  expect([judged("error"), judged("error", "warning")]).toEqual(["error", "error"]);
  expect([judged("off"), judged("off", "error")]).toEqual(["off", "off"]);
});

/** A policy that gives the check `pss-seccomp` a severity, or none. */
function saying(severity?: "error" | "info" | "off"): PolicyInForce {
  const policy = definePolicy(severity === undefined ? {} : { severities: { "pss-seccomp": severity } });
  return policyInForce(
    [{ level: "system", policy, where: "", line: undefined, environments: undefined }],
    "production",
  );
}

function judged(severity: "error" | "info" | "off" | undefined, here?: "error" | "warning"): string {
  return severityOf("pss-seccomp", "warning", here, saying(severity));
}
