import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { bazaarEnvironments, bazaarSystem, runScript, temporaryRepository } from "@kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// A system as teams have them, built once: what commands say of it.
const repository = temporaryRepository(bazaarSystem());
let built: Awaited<ReturnType<typeof run>>;
beforeAll(async () => {
  built = await run("build");
});
afterAll(() => repository[Symbol.dispose]());

function run(name: string, ...args: string[]) {
  return runScript(name, { cwd: repository.path, args });
}

/** Runs with one overlay written anew, and puts it back. */
async function withoutImages(id: string, name: string, ...args: string[]) {
  const file = `overlays/${id}/kustomization.yaml`;
  const text = readFileSync(join(repository.path, file), "utf8");
  repository.write({ [file]: text.slice(0, text.indexOf("images:")) });
  try {
    return await run(name, ...args);
  } finally {
    repository.write({ [file]: text });
  }
}

test("it builds, all of its images are there, and what it built is no drift", async () => {
  expect(built.stderr).toBe("");
  expect(built.stdout.split("\n").slice(2, 6).join("\n")).toMatchInlineSnapshot(`
    "  dev: 32 objects
      staging: 56 objects
      prod-eu: 59 objects
      prod-us: 59 objects"
  `);
  expect((await run("drift")).exitCode).toBe(0);
  expect(await run("images")).toMatchInlineSnapshot(`
    {
      "exitCode": 0,
      "stderr": "",
      "stdout": "image              dev         staging  prod-eu  prod-us
    bazaar/basket      1.4.0-rc.2  1.4.0    1.3.0    1.3.0
    bazaar/catalog     1.4.0-rc.2  1.4.0    1.3.0    1.3.0
    bazaar/checkout    1.4.0-rc.2  1.4.0    1.3.0    1.3.0
    bazaar/currency    1.4.0-rc.2  1.4.0    1.3.0    1.3.0
    bazaar/mailer      1.4.0-rc.2  1.4.0    1.3.0    1.3.0
    bazaar/offers      1.4.0-rc.2  1.4.0    1.3.0    1.3.0
    bazaar/payment     1.4.0-rc.2  1.4.0    1.3.0    1.3.0
    bazaar/report      1.4.0-rc.2  1.4.0    1.3.0    1.3.0
    bazaar/reviews     1.4.0-rc.2  1.4.0    1.3.0    1.3.0
    bazaar/shipping    1.4.0-rc.2  1.4.0    1.3.0    1.3.0
    bazaar/storefront  1.4.0-rc.2  1.4.0    1.3.0    1.3.0
    postgres           17.4        17.4     17.4     17.4

    deployed from
      registry.example.com/<image>: bazaar/basket, bazaar/catalog, bazaar/checkout, bazaar/currency,
        bazaar/mailer, bazaar/offers, bazaar/payment, bazaar/report, bazaar/reviews, bazaar/shipping,
        bazaar/storefront

    set in images: of overlays/<environment>
    ",
    }
  `);
});

test("what the checks find in it", async () => {
  const { stdout } = await run("check", "--json");
  const { findings } = JSON.parse(stdout) as {
    readonly findings: readonly { readonly severity: string; readonly check: string; readonly environment: string }[];
  };
  const counted = Map.groupBy(
    findings.filter(({ severity }) => severity !== "info"),
    ({ severity, check, environment }) => `${environment}: ${severity} ${check}`,
  );
  expect([...counted].map(([what, those]) => `${what} × ${those.length}`).toSorted()).toMatchInlineSnapshot(`
    [
      "prod-eu: warning replicas-minimum × 1",
      "prod-us: warning replicas-minimum × 1",
      "staging: warning network-policy-missing × 2",
      "staging: warning replicas-minimum × 11",
    ]
  `);
});

describe("what misled in it once", () => {
  test("a version that is pinned is the same version", async () => {
    const digest = `sha256:${"a".repeat(64)}`;
    const { stdout } = await run("set-image", "prod-eu", `bazaar/basket=1.3.0@${digest}`, "--dry-run");
    expect(stdout.split("\n\n")[0]).toMatchInlineSnapshot(`
      "prod-eu would deploy:
        bazaar/basket  registry.example.com/bazaar/basket:1.3.0 → 1.3.0@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (the same tag, now pinned)"
    `);
  });

  test("an overlay without images is told what to add", async () => {
    expect(await withoutImages("dev", "set-image", "dev", "basket=1.2.3")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[image-unknown]: dev sets no image: its overlay has no images:
        where:  overlays/dev/kustomization.yaml
        to fix: add images: with an entry \`- name: bazaar/basket\` and its \`newTag\`
      ",
        "stdout": "",
      }
    `);
  });

  test("an image that is far from all others is not taken for one", async () => {
    expect(await run("set-image", "dev", "bazaar/shippingservice=1.2.3")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[image-unknown]: dev does not set an image called "bazaar/shippingservice": there is no such entry in its images:
        where:  overlays/dev/kustomization.yaml
        to fix: the images are: bazaar/basket, bazaar/catalog, bazaar/checkout, bazaar/currency, postgres, bazaar/mailer, bazaar/offers, bazaar/payment, bazaar/report, bazaar/reviews, bazaar/shipping, bazaar/storefront
      ",
        "stdout": "",
      }
    `);
  });

  test("a renamed service is asked for by its new name", async () => {
    const [before, after] = ["offers", "recommendations"].map((name) => join(repository.path, "packages/bazaar", name));
    renameSync(before!, after!);
    const { exitCode, stderr } = await run("build");
    renameSync(after!, before!);
    expect(exitCode).toBe(2);
    expect(stderr.split("\n\n")).toHaveLength(bazaarEnvironments.length);
    expect(stderr.split("\n\n")[0]).toMatchInlineSnapshot(`
      "error[overlay-reference]: ../../generated/bases/bazaar/offers does not exist: no package writes it
        where:  overlays/dev/kustomization.yaml
        to fix: where offers was renamed, write its new name, which is not listed yet: ../../generated/bases/bazaar/recommendations
                where offers is gone, remove the entry"
    `);
  });
});
