import { formatProblem } from "@kit/errors";
import { describe, expect, test } from "vitest";
import { parseAssignment } from "../src/index.ts";

const digest = `sha256:${"ab".repeat(32)}`;
const nothing = { repository: undefined, tag: undefined, digest: undefined };

describe("an argument of set-image", () => {
  test.for([
    ["web=1.2.3", { tag: "1.2.3" }],
    ["web=latest", { tag: "latest" }],
    ["web=20261122", { tag: "20261122" }],
    [`web=${digest}`, { digest }],
    [`web=@${digest}`, { digest }],
    [`web=1.2.3@${digest}`, { tag: "1.2.3", digest }],
    ["web=web:1.2.3", { repository: "web", tag: "1.2.3" }],
    ["web=acme/web:1.2.3", { repository: "acme/web", tag: "1.2.3" }],
    ["web=Registry.example.com/web:1", { repository: "Registry.example.com/web", tag: "1" }],
    [`web=registry:5000/x/web:1.2.3@${digest}`, { repository: "registry:5000/x/web", tag: "1.2.3", digest }],
    [`web=registry:5000/x/web@${digest}`, { repository: "registry:5000/x/web", digest }],
  ] as const)("%s", ([argument, parts]) => {
    expect(parseAssignment(argument)).toEqual({ name: "web", ...nothing, ...parts });
  });

  test("the image may have a registry itself", () => {
    expect(parseAssignment("registry:5000/web=1")).toEqual({ name: "registry:5000/web", ...nothing, tag: "1" });
  });

  test.for([
    ["web", '"web" does not say which image is to be what'],
    ["web=", '"web=" does not say which image is to be what'],
    ["=1.2.3", '"=1.2.3" does not say which image is to be what'],
    ["web=acme/web", '"acme/web" is not a reference for web: it has no tag and no digest, which is latest'],
    [
      "web=registry:5000/web",
      '"registry:5000/web" is not a reference for web: it has no tag and no digest, which is latest',
    ],
    ["web=web:", '"web:" is not a reference for web: "" is not a tag'],
    ["web=-1", '"-1" is not a reference for web: "-1" is not a tag'],
    ["web=1.0+2", '"1.0+2" is not a reference for web: "1.0+2" is not a tag'],
    ["web=a b", '"a b" is not a reference for web: "a b" is not a tag'],
    ["web=Web:1", '"Web:1" is not a reference for web: "Web" is not a repository'],
    [
      "web=https://acme/web:1",
      '"https://acme/web:1" is not a reference for web: "https://acme/web" is not a repository',
    ],
    ["web=sha256:abc", '"sha256:abc" is not a reference for web: "sha256:abc" is not a digest'],
    ["web=1@sha256:abc", '"1@sha256:abc" is not a reference for web: "sha256:abc" is not a digest'],
  ] as const)("%s is refused", ([argument, what]) => {
    expect(parseAssignment(argument)).toMatchObject({ what });
  });

  test("says what to write instead", () => {
    const refused = [parseAssignment("web"), parseAssignment("web=1@2")];
    expect(refused.map((one) => ("code" in one ? formatProblem(one) : "taken")).join("\n")).toMatchInlineSnapshot(`
      "error[argument-value]: "web" does not say which image is to be what
        where:  the command's arguments
        to fix: write <image>=<reference>, such as shop-api=1.2.3
      error[image-reference]: "1@2" is not a reference for web: "2" is not a digest
        where:  the command's arguments
        to fix: write a tag, a digest or a whole reference: web=1.2.3, web=sha256:…, web=registry.example.com/web:1.2.3"
    `);
  });
});
