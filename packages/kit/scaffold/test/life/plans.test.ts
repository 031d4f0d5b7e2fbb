import { UserError } from "@kit/errors";
import type { FilePlan } from "@kit/scaffold";
import {
  movedService,
  removedEnvironment,
  removedService,
  removedSystem,
  renamedEnvironment,
  renamedService,
  renamedSystem,
  type LifeFacts,
} from "@kit/scaffold/life";
import { createTwoFilesPatch } from "diff";
import { describe, expect, test } from "vitest";
import { facts } from "./shop.ts";

/** A plan as one text: what goes, and of each other file what changes. */
function shown(plan: FilePlan): string {
  return plan
    .map(({ path, before = "", after }) => {
      if (after === undefined) return `gone: ${path}\n`;
      const patch = createTwoFilesPatch(path, path, before, after, "", "", { context: 0 });
      const lines = patch.split("\n").filter((line) => /^[-+](?![-+]{2} )/.test(line));
      return `${before === "" ? "new" : "changed"}: ${path}\n${lines.map((line) => `${line}\n`).join("")}`;
    })
    .join("");
}

describe("a service", () => {
  test("is renamed: its package and what names it as a service, and no object", () => {
    expect(shown(renamedService(facts, "shop/cart", "order-history", false).plan())).toMatchSnapshot();
  });

  test("is renamed with its objects, but for images and Secrets", () => {
    expect(shown(renamedService(facts, "cart", "basket", true).plan())).toMatchSnapshot();
  });

  test("is moved with its images and its values", () => {
    expect(shown(movedService(facts, "shop/cart", "stall").plan())).toMatchSnapshot();
  });

  test("is removed with all that names it", () => {
    expect(shown(removedService(facts, "shop/cart").plan())).toMatchSnapshot();
  });
});

describe("an environment", () => {
  test("is renamed with its overlay, to another depth", () => {
    expect(shown(renamedEnvironment(facts, "dev", "shop/local").plan())).toMatchSnapshot();
  });

  test("is removed with what nobody uses any more: its constant, its cluster, its imports", () => {
    expect(shown(removedEnvironment(facts, "dev").plan())).toMatchSnapshot();
  });

  test("is removed with its file, and the folder that it alone builds on", () => {
    expect(shown(removedEnvironment(facts, "prod").plan())).toMatchSnapshot();
  });
});

describe("a system", () => {
  test("is renamed, and its environments keep their ids", () => {
    expect(shown(renamedSystem(facts, "shop", "store").plan())).toMatchSnapshot();
  });

  test("is removed with its environments", () => {
    expect(shown(removedSystem(facts, "stall").plan())).toMatchSnapshot();
  });
});

function refusal(change: () => unknown): string {
  try {
    change();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("is refused", () => {
  const alone: LifeFacts = { ...facts, systems: facts.systems.slice(1) };
  const used: LifeFacts = {
    ...facts,
    files: new Map([
      ...facts.files,
      ["packages/shop/web/src/more.ts", `export { config } from "../../cart/src/index.ts";\nimport "@shop/cart";\n`],
    ]),
  };
  const computed: LifeFacts = {
    ...facts,
    files: new Map([
      ...facts.files,
      ["packages/stall/environments/src/index.ts", "export default defineSystem({ schema, environments: all() });\n"],
    ]),
  };

  test.each<[string, () => unknown]>([
    ["a service that is not there", () => removedService(facts, "shop/kart")],
    ["a name that is taken", () => renamedService(facts, "cart", "web", false)],
    ["a name that no folder has", () => renamedService(facts, "cart", "Cart_2", false)],
    ["a name with a meaning", () => renamedService(facts, "cart", "lib", false)],
    ["an unknown environment", () => removedEnvironment(facts, "production")],
    ["an id in the way of another", () => renamedEnvironment(facts, "dev", "stall")],
    ["an id that is taken", () => renamedEnvironment(facts, "dev", "prod")],
    ["an id that is not one", () => renamedEnvironment(facts, "dev", "../dev")],
    ["the last environment", () => removedEnvironment(facts, "stall/dev")],
    ["the last system", () => removedSystem(alone, "stall")],
    ["an unknown system", () => movedService(facts, "cart", "stal")],
    ["the same system", () => movedService(facts, "cart", "shop")],
    ["a package that others import", () => removedService(used, "cart")],
    ["a list that a function makes", () => renamedEnvironment(computed, "stall/dev", "stall/local")],
  ])("%s", (_, change) => {
    expect(refusal(change)).toMatchSnapshot();
  });
});
