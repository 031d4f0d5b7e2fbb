import { describe, expect, test } from "vitest";
import { applyEntry, exactName, imageMatcher, imageMeant, splitImage } from "../src/index.ts";

describe("the name of an entry", () => {
  test.for<[name: string, hits: string[], misses: string[]]>([
    [
      "web",
      ["web", "web:1", "web:", "web@sha256:ab", "web:1@sha256:ab", "web:v{x}"],
      ["webs", "a/web", "web@sha512:ab", "Web"],
    ],
    ["r.io/img", ["r.io/img:1", "rxio/img"], ["rio/img", "r.io/img/a"]],
    [String.raw`r\.io/img`, ["r.io/img:1"], ["rxio/img"]],
    ["r.io:5000/img", ["r.io:5000/img:1"], ["r.io/img"]],
    // The pattern is pasted, so an alternative without brackets begins or ends anywhere.
    ["a|web", ["about", "my/web:1"], ["b"]],
    ["[[:alpha:]]+", ["web:1"], ["web1"]],
    [String.raw`(?i)\Qr.io\E/.*`, ["R.IO/img"], ["rxio/img"]],
    ["", ["", ":1"], ["web"]],
  ])("%s", ([name, hits, misses]) => {
    const matches = imageMatcher(name)!;
    expect({ hits: hits.filter(matches), misses: misses.filter(matches) }).toEqual({ hits, misses: [] });
  });

  test.for(["web(", "a[", "a**", "(?<x>a)(?<x>b)", String.raw`\8`, "(?=a)"])("that is invalid: %s", (name) => {
    expect(imageMatcher(name)).toBeUndefined();
  });

  test("that matches one image alone, and the image that a name is meant for", () => {
    expect(exactName("r.io:5000/a-b/img_c")).toBe(String.raw`r\.io:5000/a-b/img_c`);
    expect(["r.io/img", String.raw`r\.io/img`, String.raw`a\-b`, "r.*/img", "a|b", ""].map(imageMeant)).toEqual([
      "r.io/img",
      "r.io/img",
      "a-b",
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test("an image is taken apart behind the registry's port", () => {
  const images = ["web", "web:1", "r:5000/web", "r:5000/web:1@sha256:ab", "web@sha256:ab"];
  expect(images.map(splitImage).map(({ name, tag, digest }) => [name, tag, digest])).toEqual([
    ["web", "", ""],
    ["web", "1", ""],
    ["r:5000/web", "", ""],
    ["r:5000/web", "1", "sha256:ab"],
    ["web", "", "sha256:ab"],
  ]);
});

function made(entry: object): string | undefined {
  return applyEntry("web:1@sha256:ab", { name: "web", ...entry });
}

test("what an entry makes of an image", () => {
  expect(made({})).toBe("web:1@sha256:ab");
  expect(made({ newName: "r/web" })).toBe("r/web:1@sha256:ab");
  expect(made({ newTag: "2" })).toBe("web:2");
  expect(made({ digest: "sha256:cd" })).toBe("web@sha256:cd");
  expect(made({ newTag: "2", digest: "sha256:cd" })).toBe("web:2@sha256:cd");
  expect(made({ tagSuffix: "-slim" })).toBe("web:1-slim");
  expect(made({ name: "api", newTag: "2" })).toBeUndefined();
});
