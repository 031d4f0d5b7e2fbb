// Needs Chromium; `pnpm test:engines` runs it.
import { join } from "node:path";
import { temporaryDirectory } from "@kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatHtml, review } from "../src/index.ts";
import { documentsIn } from "../src/input/document.ts";
import { Page } from "./chromium.ts";
import { reviewOf, remove, replace } from "./edits.ts";

const nasty = `</code></td></table><img src=x onerror="document.title='out'"><script>document.title="out"</script>&lt;"'`;
const configMap = (value: string): string =>
  JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "app" }, data: { [nasty]: value } });
const prod = reviewOf("prod", [
  replace("18-deployment-backend.yaml", "shop-api:1.0.0", "shop-api:1.1.0"),
  replace("18-deployment-web.yaml", "replicas: 2", "replicas: 0"),
  remove("13-service-backend-service.yaml"),
]);
const dev = review({
  base: "",
  head: "",
  sides: [
    {
      environment: `dev ${nasty}`,
      before: documentsIn("a", configMap("one")),
      after: documentsIn("b", configMap(nasty)),
      overlay: undefined,
    },
  ],
});
const html = formatHtml({ ...prod, environments: [...prod.environments, ...dev.environments] });

const directory = temporaryDirectory({ "review.html": html });
let page: Page;
beforeAll(async () => {
  page = await Page.open(join(directory.path, "review.html"));
});
afterAll(async () => {
  await page[Symbol.asyncDispose]();
  directory[Symbol.dispose]();
});

const shown = `[...document.querySelectorAll("details.object")].filter((one) => one.checkVisibility()).map((one) => one.dataset.kind + " " + one.querySelector("b").textContent)`;
const focused = `document.activeElement.closest("details.object")?.querySelector("b").textContent ?? document.activeElement.name ?? document.activeElement.localName`;

async function choose(name: string, value: string): Promise<void> {
  await page.evaluate(`{
    const one = document.querySelector('form [name="${name}"]');
    one.value = ${JSON.stringify(value)};
    one.dispatchEvent(new Event("input", { bubbles: true }));
  }`);
}

test("the riskiest come first, and what is routine is closed", async () => {
  expect(
    await page.evaluate(`[...document.querySelectorAll("details.object")].map((one) => [one.dataset.class, one.open])`),
  ).toEqual([
    ["breaks", true],
    ["caution", true],
    ["routine", false],
    ["unclassified", true],
  ]);
});

test("it asks for nothing, and its own style and script are let run", async () => {
  const asked = page.events.filter(({ method }) => method === "Network.requestWillBeSent");
  expect(asked.map(({ params }) => (params["request"] as { url: string }).url.replace(/.*\//, ""))).toEqual([
    "review.html",
  ]);
  expect(page.events.filter(({ method }) => /^Log\.entryAdded|exceptionThrown/.test(method))).toEqual([]);
  expect(await page.evaluate(`getComputedStyle(document.querySelector(".object")).borderLeftWidth`)).toBe("4px");
  expect(await page.evaluate(`document.querySelector("form").hidden`)).toBe(false);
});

test("nothing else may be loaded or run", async () => {
  const outcome = await page.evaluate(`new Promise((done) => {
    const image = new Image();
    image.addEventListener("load", () => done("loaded"));
    image.addEventListener("error", () => done("refused"));
    image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
  })`);
  expect(outcome).toBe("refused");
  await page.evaluate(`{
    const script = document.createElement("script");
    script.textContent = "document.title = 'out'";
    document.body.append(script);
    script.remove();
  }`);
  expect(await page.evaluate("document.title")).toBe("Review: 1 breaks, 1 caution, 1 unclassified, 1 routine");
});

test("values are text", async () => {
  expect(await page.evaluate(`document.querySelectorAll("img, main script").length`)).toBe(0);
  expect(await page.evaluate(`document.querySelector('section[data-in="e1"] td.new').textContent`)).toBe(nasty);
  expect(await page.evaluate(`document.querySelector('section[data-in="e1"] h2').firstChild.data.trim()`)).toBe(
    `dev ${nasty}`,
  );
});

describe("the filter", () => {
  test.each([
    ["text", "REPLICAS caution", "1 of 4 shown", ["Deployment shop/web"]],
    ["kind", "Service", "1 of 4 shown", ["Service shop/backend-service"]],
    ["environment", "e1", "1 of 4 shown", ["ConfigMap app"]],
    ["text", "no such thing", "0 of 4 shown", []],
  ])("by %s %s", async (name, value, said, objects) => {
    await choose(name, value);
    expect(await page.evaluate(shown)).toEqual(objects);
    expect(await page.evaluate(`document.querySelector("output").textContent`)).toBe(said);
    await choose(name, "");
  });

  test("by class, until Escape shows all", async () => {
    await page.evaluate(`document.querySelector('input[value="breaks"]').click()`);
    expect(await page.evaluate(shown)).toHaveLength(3);
    await page.press("Escape");
    expect(await page.evaluate(shown)).toHaveLength(4);
  });
});

test("keys: / filters, Enter goes to the objects, j and k between them, Enter opens and closes", async () => {
  const opened = `document.activeElement.closest("details").open`;
  await page.press("/");
  expect(await page.evaluate(focused)).toBe("text");
  await page.press("d", "e", "p", "l", "o", "y", "m", "e", "n", "t");
  expect(await page.evaluate(shown)).toEqual(["Deployment shop/web", "Deployment shop/backend"]);
  await page.press("Enter");
  expect(await page.evaluate(focused)).toBe("shop/web");
  await page.press("j");
  expect(await page.evaluate(focused)).toBe("shop/backend");
  expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)).toBe("solid");
  expect(await page.evaluate(opened)).toBe(false);
  await page.press("Enter");
  expect(await page.evaluate(opened)).toBe(true);
  await page.press("j", "k");
  expect(await page.evaluate(focused)).toBe("shop/web");
  await page.press("/", "Escape", "Escape");
  expect(await page.evaluate(shown)).toHaveLength(4);
  expect(await page.evaluate(focused)).toBe("body");
});

test("one button opens all, and closes them", async () => {
  const open = `[...document.querySelectorAll("details")].map((one) => one.open)`;
  await page.evaluate(`document.querySelector("button").click()`);
  expect(await page.evaluate(open)).toEqual([true, true, true, true]);
  await page.evaluate(`document.querySelector("button").click()`);
  expect(await page.evaluate(open)).toEqual([false, false, false, false]);
});

describe("light and dark", () => {
  test.each(["light", "dark"])("texts can be read in %s", async (value) => {
    await page.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });
    await page.evaluate(`for (const one of document.querySelectorAll("details")) one.open = true`);
    const scheme = await page.evaluate(`getComputedStyle(document.body).backgroundColor`);
    expect(scheme).toBe(value === "light" ? "rgb(255, 255, 255)" : "rgb(15, 20, 25)");
    expect(await page.evaluate(contrasts)).toEqual([]);
  });
});

/** The texts whose colour has a contrast below 4.5 to what is behind them, which WCAG 2.2 asks for (1.4.3). */
const contrasts = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((one) => one / 255).map((one) =>
      one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (one) => {
    const colour = getComputedStyle(one).backgroundColor;
    return numbers(colour)[3] === 0 && one.parentElement ? behind(one.parentElement) : colour;
  };
  const texts = [...document.querySelectorAll("body *:not(script)")].filter((one) =>
    one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""));
  return texts.flatMap((one) => {
    const [text, ground] = [light(getComputedStyle(one).color), light(behind(one))];
    const contrast = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
    const isFaint = getComputedStyle(one).opacity !== "1";
    return contrast < 4.5 || isFaint ? [one.className + " " + one.localName + " " + contrast] : [];
  });
})()`;
