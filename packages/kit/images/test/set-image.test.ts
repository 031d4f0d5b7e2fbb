import { describe, expect, test } from "vitest";
import { overlayImages, setImage } from "../src/index.ts";

const file = "overlays/prod/kustomization.yaml";
const digest = `sha256:${"ab".repeat(32)}`;
const other = `sha256:${"cd".repeat(32)}`;

/** What becomes of the only entry of `images:`, written at the end of a kustomization. */
function edit(entry: string, setting: Parameters<typeof setImage>[3]): string {
  const head = "# ours\nkind: Kustomization\nimages: # pinned\n";
  const edited = setImage(head + entry, file, 0, setting);
  expect(edited.startsWith(head)).toBe(true);
  return edited.slice(head.length);
}

describe("a tag", () => {
  test.for([
    ["keeps double quotes", '- name: a\n  newTag: "1.0"\n', '- name: a\n  newTag: "1.10"\n'],
    ["keeps single quotes", "- name: a\n  newTag: '1.0'\n", "- name: a\n  newTag: '1.10'\n"],
    ["gets quotes", "- name: a\n  newTag: v1\n", '- name: a\n  newTag: "1.10"\n'],
    ["gets quotes where it is a number", "- name: a\n  newTag: 1.0 # why\n", '- name: a\n  newTag: "1.10" # why\n'],
    ["comes in where nothing stands", "- name: a\n  newTag:\n", '- name: a\n  newTag: "1.10"\n'],
    [
      "leaves Flux its marker",
      '  - name: a\n    newTag: "1.0" # {"$imagepolicy": "flux-system:a:tag"}\n',
      '  - name: a\n    newTag: "1.10" # {"$imagepolicy": "flux-system:a:tag"}\n',
    ],
    [
      "comes in before a marker",
      '- name: a\n  newTag: # {"$imagepolicy": "flux-system:a:tag"}\n',
      '- name: a\n  newTag: "1.10" # {"$imagepolicy": "flux-system:a:tag"}\n',
    ],
    ["keeps flow style", '- {name: a, newTag: "1.0" }\n', '- {name: a, newTag: "1.10" }\n'],
    ["keeps JSON", '- {"name": "a", "newTag": "1.0"}\n', '- {"name": "a", "newTag": "1.10"}\n'],
    ["keeps the order", '- newTag: "1.0"\n  name: a\n', '- newTag: "1.10"\n  name: a\n'],
    ["keeps the other line end", '- name: a\r\n  newTag: "1.0"\r\n', '- name: a\r\n  newTag: "1.10"\r\n'],
    ["takes the place of an alias", "- {name: &n a, newTag: *n}\n", '- {name: &n a, newTag: "1.10"}\n'],
    ["is added", "  - name: a # ours\nother: b\n", '  - name: a # ours\n    newTag: "1.10"\nother: b\n'],
    ["is added behind newName", "- name: a\n  newName: b\n", '- name: a\n  newName: b\n  newTag: "1.10"\n'],
    ["is added at the end of a file", "- name: a", '- name: a\n  newTag: "1.10"'],
    [
      "is added with the other line end",
      "- name: a\r\n- name: b\r\n",
      '- name: a\r\n  newTag: "1.10"\r\n- name: b\r\n',
    ],
    ["is added in flow style", "- { name: a }\n", '- { name: a, newTag: "1.10" }\n'],
    ["is added in JSON", '- {"name": "a"}\n', '- {"name": "a", "newTag": "1.10"}\n'],
    ["replaces a digest", `- name: a\n  digest: ${digest} # of May\n`, '- name: a\n  newTag: "1.10" # of May\n'],
    ["replaces a digest in JSON", `- {"name": "a", "digest": "${digest}"}\n`, '- {"name": "a", "newTag": "1.10"}\n'],
    ["replaces tag and digest in one", `- name: a\n  newTag: "1.0@${digest}"\n`, '- name: a\n  newTag: "1.10"\n'],
  ] as const)("%s", ([, before, after]) => {
    expect(edit(before, { tag: "1.10" })).toBe(after);
  });
});

describe("a tag in the place of a tag and a digest", () => {
  test.for([
    ["the last line", `- name: a\n  newTag: "1"\n  digest: ${digest}\n`, '- name: a\n  newTag: "1.10"\n'],
    ["without a line end", `- name: a\n  newTag: "1"\n  digest: ${digest}`, '- name: a\n  newTag: "1.10"'],
    ["a line between", `- name: a\n  digest: ${digest}\n  newTag: "1"\n`, '- name: a\n  newTag: "1.10"\n'],
    ["the first line", `- digest: ${digest}\n  name: a\n  newTag: "1"\n`, '- name: a\n  newTag: "1.10"\n'],
    [
      "a comment stays",
      `- name: a\n  digest: ${digest} # of May\n  newTag: "1"\n`,
      '- name: a\n  # of May\n  newTag: "1.10"\n',
    ],
    [
      "a comment stays in the first line",
      `- digest: ${digest} # of May\n  # ours\n  name: a\n  newTag: "1"\n`,
      '- # of May\n  # ours\n  name: a\n  newTag: "1.10"\n',
    ],
    ["flow style", `- {name: a, digest: ${digest}, newTag: "1"}\n`, '- {name: a, newTag: "1.10"}\n'],
    ["flow style, first", `- {digest: ${digest}, name: a, newTag: "1"}\n`, '- {name: a, newTag: "1.10"}\n'],
  ] as const)("%s", ([, before, after]) => {
    expect(edit(before, { tag: "1.10" })).toBe(after);
  });
});

describe("a digest", () => {
  test.for([
    ["replaces a digest", `- name: a\n  digest: ${other} # x\n`, `- name: a\n  digest: ${digest} # x\n`],
    ["replaces a tag", '- name: a\n  newTag: "1.0" # x\n', `- name: a\n  digest: "${digest}" # x\n`],
    ["is added", "- name: a\n", `- name: a\n  digest: ${digest}\n`],
  ] as const)("%s", ([, before, after]) => {
    expect(edit(before, { digest })).toBe(after);
  });

  test.for([
    ["stands behind the tag", '- name: a\n  newTag: "1.0"\n', `- name: a\n  newTag: "2.0@${digest}"\n`],
    ["and a tag replace a digest", `- name: a\n  digest: ${other}\n`, `- name: a\n  newTag: "2.0@${digest}"\n`],
    [
      "and a tag stay where they are",
      `- name: a\n  newTag: "1.0"\n  digest: ${other}\n`,
      `- name: a\n  newTag: "2.0"\n  digest: ${digest}\n`,
    ],
  ] as const)("%s", ([, before, after]) => {
    expect(edit(before, { tag: "2.0", digest })).toBe(after);
  });
});

describe("a new name", () => {
  const newName = "registry.example.com:5000/acme/a";
  test.for([
    ["is added", '- name: a\n  newTag: "1.0"\n', `- name: a\n  newName: ${newName}\n  newTag: "2.0"\n`],
    [
      "is replaced",
      '- name: a\n  newName: b\n  newTag: "1.0"\n',
      `- name: a\n  newName: ${newName}\n  newTag: "2.0"\n`,
    ],
    ["keeps quotes", "- name: a\n  newName: 'b' # x\n", `- name: a\n  newName: '${newName}' # x\n  newTag: "2.0"\n`],
  ] as const)("%s", ([, before, after]) => {
    expect(edit(before, { tag: "2.0", newName })).toBe(after);
  });

  test("that YAML 1.1 reads as a number gets quotes", () => {
    expect(edit("- name: a\n", { tag: "1", newName: "1e3" })).toBe('- name: a\n  newName: "1e3"\n  newTag: "1"\n');
  });
});

test("what is so already stays byte for byte", () => {
  const entry = `- name:   a\n  newTag:   '1.0'  # x\n`;
  expect(edit(entry, { tag: "1.0" })).toBe(entry);
});

test.for([
  "- name: a\n  newTag: v1 # x\n",
  "- {name: a, newTag: &t v1, other: *t}\n",
  "- name: a\n  newTag: |-\n    v1\n",
])("so does %j", (entry) => {
  expect(edit(entry, { tag: "v1" })).toBe(entry);
});

test("a newName without a value is left", () => {
  expect(edit("- name: a\n  newName:\n", { tag: "1" })).toBe('- name: a\n  newName:\n  newTag: "1"\n');
});

test("an entry is what its author wrote", () => {
  const text = `images:\n- newTag: 1.10\n  name: a\n- {name: b, digest: "${digest}"}\n- newName: c\n- {name: d, newTag: 1@2} # {"$imagepolicy": "flux-system:d:tag"}\n`;
  expect(overlayImages(text)).toEqual([
    { index: 0, name: "a", newTag: "1.10" },
    { index: 1, name: "b", digest },
    { index: 3, name: "d", newTag: "1@2", policy: "flux-system:d:tag" },
  ]);
});

test.for(["", "images:\n", "images: web\n", "images: [web, ~, 3, [a]]\n", "- images\n", "images: [{newTag: a}]\n"])(
  "there is no entry in %j",
  (text) => {
    expect(overlayImages(text)).toEqual([]);
  },
);

describe("is refused", () => {
  test("where an anchor would change another entry", () => {
    const text = 'images:\n- name: a\n  newTag: &tag "1.0"\n- name: b\n  newTag: *tag\n';
    expect(() => setImage(text, file, 0, { tag: "2.0" })).toThrowErrorMatchingInlineSnapshot(`
      [UserError: error[image-entry]: the images entry a cannot be changed by itself: an anchor, an alias or a merge key is in it, or its layout is a rare one
        where:  overlays/prod/kustomization.yaml:2
        to fix: write the entry out, such as \`- name: web\` and below it \`newTag: "1.2.3"\`]
    `);
    expect(setImage(text, file, 1, { tag: "2.0" })).toBe(text.replace("*tag", '"2.0"'));
  });

  test.for([
    ["a merge key", `x: &x {digest: "${digest}"}\nimages:\n- {name: a, <<: *x}\n`],
    ["a key without a colon", "images:\n- {name: a, newTag}\n"],
    ["an alias", "x: &x {name: a}\nimages:\n- *x\n"],
    ["a list that is an alias", "x: &x [{name: a}]\nimages: *x\n"],
    ["a block scalar", "images:\n- name: a\n  newTag: |-\n    1.0\n"],
  ] as const)("where %s is in the way", ([, text]) => {
    expect(() => setImage(text, file, 0, { tag: "2.0" })).toThrow(
      /^error\[image-entry\]: the images entry a cannot be/,
    );
  });

  test("where Flux would write a tag into a digest", () => {
    const text = 'images:\n- name: a\n  newTag: "1.0" # {"$imagepolicy": "flux-system:a:tag"}\n';
    expect(() => setImage(text, file, 0, { digest })).toThrowErrorMatchingInlineSnapshot(`
      [UserError: error[image-entry]: newTag would become digest, and Flux would go on writing a tag there: the line has a marker
        where:  overlays/prod/kustomization.yaml:3
        to fix: take the marker off the line, or keep to what its policy writes]
    `);
  });

  test("where Flux would write a digest into a tag", () => {
    const text = `images:\n- name: a\n  digest: ${digest} # {"$imagepolicy": "flux-system:a:digest"}\n`;
    expect(() => setImage(text, file, 0, { tag: "1.0" })).toThrowErrorMatchingInlineSnapshot(`
      [UserError: error[image-entry]: digest would become newTag, and Flux would go on writing a digest there: the line has a marker
        where:  overlays/prod/kustomization.yaml:3
        to fix: take the marker off the line, or keep to what its policy writes]
    `);
  });
});
