import { definePolicy, labelStandard, nonRootUsers, prefixedNames, replicated } from "@kit/check/policy";
import { defineEnvironment, defineSystem, environmentSchema } from "@kit/model";

const cluster = {
  id: "shop",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
};
const environment = { id: "dev", environment: "development", namespace: "dev", cluster } as const;
const reason = "as specified";

const policy = definePolicy({
  profile: "production",
  packs: [
    replicated(),
    replicated({ minimum: 3 }),
    nonRootUsers({ minimum: 10_000 }),
    prefixedNames({ prefix: "shop-{service}" }),
    labelStandard({ labels: ["app"] }),
  ],
  severities: { "image-tag-latest": "error", "high-uid": "off", "job-ttl": "warning", "pss-seccomp": "info" },
  options: { registries: ["registry.example.com/shop"], minimumReplicas: 3 },
  exemptions: [{ check: "image-tag-latest", object: "Deployment/*", reason, until: "2027-01-31" }],
});
const dev = defineEnvironment({ ...environment, policy });
defineSystem({ schema: environmentSchema({}), environments: [dev], policy });
defineSystem({ schema: environmentSchema({}), environments: [dev] });

definePolicy({
  exemptions: [
    // @ts-expect-error There is no such check.
    { check: "image-tag-lates", object: "Deployment/*", reason },
    // @ts-expect-error What the API server refuses cannot be exempted.
    { check: "unknown-field", object: "Deployment/*", reason },
    // @ts-expect-error An exemption has a reason.
    { check: "image-tag-latest", object: "Deployment/*" },
  ],
});

// @ts-expect-error There is no such check.
definePolicy({ severities: { "image-tag-lates": "error" } });

// @ts-expect-error What the API server refuses is always an error.
definePolicy({ severities: { "unknown-field": "off" } });

// @ts-expect-error What is wrong with exemptions cannot be exempted, nor changed.
definePolicy({ severities: { "exemption-unused": "off" } });

// @ts-expect-error There is no such severity.
definePolicy({ severities: { "image-tag-latest": "fatal" } });

// @ts-expect-error There is no such option.
definePolicy({ options: { registry: ["registry.example.com"] } });

// @ts-expect-error An option of another type.
definePolicy({ options: { minimumReplicas: "3" } });

// @ts-expect-error There is no such profile.
definePolicy({ profile: "staging" });

// @ts-expect-error There is no such field.
definePolicy({ checks: {} });

// @ts-expect-error A pack is what its function returns.
definePolicy({ packs: [replicated] });

// @ts-expect-error A pack is no plain literal.
definePolicy({ packs: [{ name: "replicated", parameters: {}, severities: {}, options: {} }] });

// @ts-expect-error There is no such parameter.
replicated({ least: 3 });

// @ts-expect-error It does not say which labels.
labelStandard();

// @ts-expect-error A plain literal, in whose ids nobody looks.
defineEnvironment({ ...environment, policy: { exemptions: [] } });

// @ts-expect-error A plain literal, in whose ids nobody looks.
defineSystem({ schema: environmentSchema({}), environments: [dev], policy: { severities: {} } });
