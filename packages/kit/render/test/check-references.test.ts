import { expect, test } from "vitest";
import { checkReferences } from "../src/index.ts";

const services = ["basket", "catalog", "mailer"];
const directories = [
  "generated/environments/dev",
  ...services.map((name) => `generated/bases/shop/${name}`),
  "generated/bases/other/catalog",
];

/** What an overlay is told that lists these, where the environment deploys all of `shop`. */
function told(names: readonly string[], bases = services): string {
  const problems = checkReferences(
    {
      id: "dev",
      file: "overlays/dev/kustomization.yaml",
      resources: names.map((name) => `../../generated/bases/${name}`),
      components: ["../../generated/environments/dev"],
      images: [],
    },
    { directories, bases: bases.map((name) => `generated/bases/shop/${name}`) },
  );
  return problems.map(({ what, next }) => `${what}\n${next}`).join("\n\n");
}

test("a service that was renamed: what the overlay does not list yet is the new name, not what is spelt alike", () => {
  expect(told(["shop/basket", "shop/mailer", "shop/ledger"])).toMatchInlineSnapshot(`
    "../../generated/bases/shop/ledger does not exist: no package writes it
    where ledger was renamed, write its new name, which is not listed yet: ../../generated/bases/shop/catalog
    where ledger is gone, remove the entry"
  `);
  expect(told(["shop/basket", "shop/offers"])).toMatchInlineSnapshot(`
    "../../generated/bases/shop/offers does not exist: no package writes it
    where offers was renamed, write its new name, which is not listed yet: ../../generated/bases/shop/catalog or ../../generated/bases/shop/mailer
    where offers is gone, remove the entry"
  `);
});

test("a service that is gone: what there is", () => {
  expect(told(["shop/basket", "shop/catalog", "shop/mailer", "shop/offers"])).toMatchInlineSnapshot(`
    "../../generated/bases/shop/offers does not exist: no package writes it
    where offers is gone, remove the entry
    generated/bases/shop has: basket, catalog, mailer"
  `);
});

test("a slip of the hand", () => {
  expect(told(["shop/basket", "shop/catalgo", "shop/mailer"])).toMatchInlineSnapshot(`
    "../../generated/bases/shop/catalgo does not exist: no package writes it
    write ../../generated/bases/shop/catalog"
  `);
});

test("a folder that nothing is in", () => {
  expect(told(["shops/basket"], [])).toMatchInlineSnapshot(`
    "../../generated/bases/shops/basket does not exist: no package writes it
    write ../../generated/bases/shop/basket"
  `);
  expect(told(["kiosk/basket"], [])).toMatchInlineSnapshot(`
    "../../generated/bases/kiosk/basket does not exist: no package writes it
    where basket is gone, remove the entry
    there are: generated/environments/dev, generated/bases/shop/basket, generated/bases/shop/catalog, generated/bases/shop/mailer, generated/bases/other/catalog"
  `);
});
