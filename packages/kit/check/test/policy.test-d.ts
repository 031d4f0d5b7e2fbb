import { defineEnvironment } from "@kit/model";
import { defineChecks } from "@kit/check/policy";

const cluster = {
  id: "shop",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
};
const environment = { id: "dev", environment: "development", namespace: "dev", cluster } as const;
const reason = "as specified";

defineEnvironment({
  ...environment,
  cluster,
  checks: defineChecks({
    profile: "production",
    exemptions: [{ check: "image-tag-latest", object: "Deployment/*", reason, until: "2027-01-31" }],
    options: { registries: ["registry.example.com/shop"] },
  }),
});

defineChecks({
  exemptions: [
    // @ts-expect-error There is no such check.
    { check: "image-tag-lates", object: "Deployment/*", reason },
    // @ts-expect-error What the API server refuses cannot be exempted.
    { check: "unknown-field", object: "Deployment/*", reason },
    // @ts-expect-error An exemption has a reason.
    { check: "image-tag-latest", object: "Deployment/*" },
  ],
});

// @ts-expect-error There is no such option.
defineChecks({ options: { registry: ["registry.example.com"] } });

// @ts-expect-error There is no such profile.
defineChecks({ profile: "staging" });

// @ts-expect-error A plain literal, in whose ids nobody looks.
defineEnvironment({ ...environment, checks: { exemptions: [], options: {} } });
