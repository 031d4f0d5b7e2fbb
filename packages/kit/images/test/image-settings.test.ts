import { describe, expect, test } from "vitest";
import { planAssignments, planPromotion, type OverlayText } from "../src/index.ts";
import { overlayText } from "./overlay-text.ts";

const pods = (...images: readonly string[]): string =>
  JSON.stringify({ kind: "Pod", spec: { containers: images.map((image) => ({ image })) } });

const others = {
  "overlays/dev/pods.yaml": pods("web", "r.io/img", "rxio/img:1", "shared", "tool"),
  "overlays/part/kustomization.yaml": 'kind: Component\nimages:\n  - name: shared\n    newTag: "1"\n',
  "overlays/dev/tag.yaml": "apiVersion: builtin\nkind: ImageTagTransformer\nimageTag: {name: tool, newTag: '1'}\n",
};
const head = "resources: [pods.yaml]\ncomponents: [../part]\ntransformers: [tag.yaml]\n";

/** What becomes of the entries, or what is said against it. */
function set(images: string, ...assignments: readonly string[]): string {
  const overlay = overlayText("dev", `${head}${images}`, others);
  const plan = planAssignments({ overlay, assignments, services: new Map(), rule: undefined, allowLatest: false });
  if (plan.problems.length === 0) return [...plan.texts.values()].join("").slice(head.length);
  return plan.problems.map(({ what, where, next }) => `${what}\n${where}\n${next}`).join("\n");
}

describe("the entry that says an image's version", () => {
  test("is the last one of a chain, by any name that the image has on its way", () => {
    const chain = 'images:\n  - name: web\n    newName: r/web\n  - name: r/web\n    newTag: "1"\n';
    const expected = chain.replace('"1"', '"2"');
    expect([set(chain, "web=2"), set(chain, "r/web=2")]).toEqual([expected, expected]);
    expect(set(chain, "web=2", "r/web=3")).toMatchInlineSnapshot(`
      "web is set more than once
      the command's arguments
      write one reference for each image"
    `);
  });

  test("is found by what it matches", () => {
    const escaped = 'images:\n  - name: r\\.io/img\n    newTag: "1"\n';
    expect(set(escaped, "r.io/img=2")).toBe(escaped.replace('"1"', '"2"'));
    const pattern = "images:\n  - name: rx.*\n    newTag: '1'\n";
    expect(set(pattern, "rxio/img=q/img:2")).toBe("images:\n  - name: rx.*\n    newName: q/img\n    newTag: '2'\n");
  });

  test("is not changed where that changes others too", () => {
    expect(set('images:\n  - name: r.io/img\n    newTag: "1"\n', "r.io/img=2")).toMatchInlineSnapshot(`
      "the images entry r.io/img is a regular expression, and would also set rxio/img
      overlays/dev/kustomization.yaml:5
      write its name as r\\.io/img, which matches r.io/img alone"
    `);
    expect(set('images:\n  - name: .*/img\n    newTag: "1"\n', "rxio/img=2")).toMatchInlineSnapshot(`
      "the images entry .*/img is a regular expression, and would also set r.io/img
      overlays/dev/kustomization.yaml:5
      write an entry of its own for rxio/img behind it"
    `);
  });

  test("is not changed where it is not of `images:` of the overlay", () => {
    expect(set("", "shared=2")).toMatchInlineSnapshot(`
      "dev has shared from the entry shared in images[0] of another file, which is not changed from here
      overlays/part/kustomization.yaml:3
      change it there by hand: it may be for other environments too; or write an entry for it in \`images:\` of overlays/dev/kustomization.yaml"
    `);
    expect(set('images: [{name: tool, newTag: "0"}]\n', "tool=2")).toMatchInlineSnapshot(`
      "dev has tool from an ImageTagTransformer of another file, which is not changed from here
      overlays/dev/tag.yaml
      change it there by hand: it comes after every entry of \`images:\`"
    `);
    expect(set('imageTags:\n  - name: web\n    newTag: "1"\n', "web=2")).toMatchInlineSnapshot(`
      "dev has web from the entry web in imageTags[0], which is not changed from here
      overlays/dev/kustomization.yaml:5
      change it there by hand, or write an entry of \`images:\` in its place"
    `);
  });

  test("is not changed where it has a tagSuffix, or is one of several", () => {
    expect(set("images: [{name: web, tagSuffix: -slim}]\n", "web=2")).toMatchInlineSnapshot(`
      "the images entry web puts -slim behind the tag of web, and a version in it would drop that
      overlays/dev/kustomization.yaml:4
      write \`newTag\` with the whole tag in the place of its tagSuffix"
    `);
    expect(set('images: [{name: web, newTag: "1"}, {name: web, newTag: "2"}]\n', "web=2")).toMatchInlineSnapshot(`
      "images: has 2 entries for web
      overlays/dev/kustomization.yaml
      keep one of them: kustomize takes the first, then the next, so the last one counts"
    `);
  });

  test("is not there", () => {
    expect(set("images: [{name: web}]\n", "r.io/img=2")).toMatchInlineSnapshot(`
      "dev does not set an image called "r.io/img": there is no such entry in its images:
      overlays/dev/kustomization.yaml
      the images are: web"
    `);
  });
});

describe("a promotion", () => {
  const chain = 'images:\n  - name: web\n    newName: r/web\n  - name: r/web\n    newTag: "2"\n';
  const plain = 'images:\n  - name: web\n    newName: q/web\n    newTag: "1"\n';

  test("takes the version that an image ends with, wherever its entries are", () => {
    expect(promoted([], chain, plain)).toBe(plain.replace('"1"', '"2"'));
    expect(promoted(["web"], plain.replace('"1"', '"3"'), chain)).toBe(chain.replace('"2"', '"3"'));
  });

  test("leaves what other files set, and refuses it by its name", () => {
    expect(promoted(["shared"], chain, plain)).toMatchInlineSnapshot(`
      "dev has shared from the entry shared in images[0] of another file, which is not changed from here
      overlays/part/kustomization.yaml:3
      change it there by hand: it may be for other environments too; or write an entry for it in \`images:\` of overlays/dev/kustomization.yaml
      prod has shared from the entry shared in images[0] of another file, which is not changed from here
      overlays/part/kustomization.yaml:3
      change it there by hand: it may be for other environments too; or write an entry for it in \`images:\` of overlays/prod/kustomization.yaml"
    `);
  });
});

/** What becomes of the entries of prod, or what is said against it. */
function promoted(named: readonly string[], from: string, to: string): string {
  const [source, target] = [from, to].map((text, index) =>
    overlayText(index === 0 ? "dev" : "prod", `${head}${text}`, {
      ...others,
      "overlays/prod/pods.yaml": pods("web", "shared"),
    }),
  );
  const plan = planPromotion({
    from: source!,
    to: target!,
    named,
    services: new Map(),
    rule: undefined,
    allowDowngrade: false,
  });
  if (plan.problems.length === 0) return [...plan.texts.values()].join("").slice(head.length);
  return plan.problems.map(({ what, where, next }) => `${what}\n${where}\n${next}`).join("\n");
}

describe("an entry of a folder that overlays share", () => {
  const base = "overlays/base/kustomization.yaml";
  const texts = {
    [base]: 'resources: [pods.yaml]\nimages:\n  - name: web\n    newTag: "1"\n',
    "overlays/base/pods.yaml": pods("web"),
  };
  const eu = overlayText("eu", "resources: [../base]\n", texts);
  const us = overlayText("us", "resources: [../base]\n", texts);
  const own = overlayText("own", "resources: [../base]\nimages: [{name: web, newTag: '3'}]\n", texts);

  function planned(others: readonly OverlayText[], ids: readonly string[] = []): unknown {
    const { texts: after, problems } = planAssignments({
      overlay: { ...eu, sharedWith: () => others },
      assignments: ["web=2"],
      services: new Map(),
      rule: undefined,
      allowLatest: false,
      together: { ids, texts: new Map() },
    });
    return problems.length > 0 ? problems : Object.fromEntries(after);
  }

  const changed = { [base]: texts[base].replace('"1"', '"2"') };

  test("is changed for one that has it alone, and for all together", () => {
    expect(planned([])).toEqual(changed);
    expect(planned([us], ["eu", "us"])).toEqual(changed);
    // Who says it itself is not concerned.
    expect(planned([own])).toEqual(changed);
  });

  test("is not changed for one of several", () => {
    expect(planned([us, own])).toEqual([
      {
        code: "image-entry",
        what: `eu has web from ${base}, and so does us`,
        where: base,
        next: "name eu us together; or write an entry for it in `images:` of overlays/eu/kustomization.yaml",
      },
    ]);
  });
});
