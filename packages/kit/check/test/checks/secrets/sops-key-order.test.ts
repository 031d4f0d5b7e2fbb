import { describe, expect, test } from "vitest";
import { sopsKeyOrder } from "../../../src/checks/secrets/sops-key-order.ts";
import type { Delivery } from "../../../src/index.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const reordered = [{ file: "overlays/dev/mail.yaml", name: "mail", order: "in stringData ALPHA, ZED" }];

function judged(engines: Delivery["engines"] | undefined): string[] {
  const delivery: Delivery | undefined = engines && {
    engines,
    sync: "rendered",
    prune: true,
    repository: "https://git.example.com/a.git",
    directory: "",
    objects: [],
    folders: new Set(),
  };
  return judge(sopsKeyOrder, "", { overlay: overlayOf({ reordered }), delivery });
}

describe("sops-key-order", () => {
  test("passes where the order stays", () => {
    expect(judge(sopsKeyOrder, "", { overlay: overlayOf({}) })).toEqual([]);
  });

  test("is a warning where Flux alone decrypts", () => {
    expect(judged(["flux"])).toMatchInlineSnapshot(`
      [
        "warning overlays/dev/mail.yaml: kustomize sorts the keys of the Secret mail, so its signature does not hold (MAC mismatch): Flux does not look at it, others do; write its keys in this order with \`sops edit\`: in stringData ALPHA, ZED",
      ]
    `);
  });

  test("is an error where anything else does", () => {
    expect([judged(["argocd"]), judged(["argocd", "flux"]), judged(undefined)].flat()).toMatchInlineSnapshot(`
      [
        "error overlays/dev/mail.yaml: kustomize sorts the keys of the Secret mail, so its signature does not hold (MAC mismatch); write its keys in this order with \`sops edit\`: in stringData ALPHA, ZED",
        "error overlays/dev/mail.yaml: kustomize sorts the keys of the Secret mail, so its signature does not hold (MAC mismatch); write its keys in this order with \`sops edit\`: in stringData ALPHA, ZED",
        "error overlays/dev/mail.yaml: kustomize sorts the keys of the Secret mail, so its signature does not hold (MAC mismatch); write its keys in this order with \`sops edit\`: in stringData ALPHA, ZED",
      ]
    `);
  });
});
