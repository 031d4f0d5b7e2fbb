import { describe, expect, test } from "vitest";
import { instanceLabel } from "../../../src/checks/gitops/instance-label.ts";
import { deliveryOf } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const content = {
  commonLabels: { "app.kubernetes.io/instance": "shop-dev" },
  labels: [{ pairs: { team: "shop" } }, { pairs: { "app.kubernetes.io/instance": "shop-dev" } }],
};

describe("instance-label", () => {
  test("passes other labels, where Argo CD does not sync it, and labels that the packages write", () => {
    const others = overlayOf({ content: { labels: [{ pairs: { team: "shop" } }], commonLabels: { tier: "web" } } });
    expect(judge(instanceLabel, "", { overlay: others, delivery: deliveryOf() })).toEqual([]);
    const overlay = overlayOf({ content });
    expect(judge(instanceLabel, "", { overlay })).toEqual([]);
    expect(judge(instanceLabel, "", { overlay, delivery: deliveryOf({ engines: ["flux"] }) })).toEqual([]);
    const labelled =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web, labels: { app.kubernetes.io/instance: a } }\n";
    expect(judge(instanceLabel, labelled, { overlay: overlayOf({}), delivery: deliveryOf() })).toEqual([]);
  });

  test("notes where an overlay writes it", () => {
    const says =
      "it writes app.kubernetes.io/instance, which an Argo CD with `application.resourceTrackingMethod: label` overwrites: everything is out of sync there; keep it where Argo CD tracks by annotation, its default, or leave it out";
    expect(judge(instanceLabel, "", { overlay: overlayOf({ content }), delivery: deliveryOf() })).toEqual([
      `info overlays/dev/kustomization.yaml commonLabels["app.kubernetes.io/instance"]: ${says}`,
      `info overlays/dev/kustomization.yaml labels[1].pairs["app.kubernetes.io/instance"]: ${says}`,
    ]);
  });
});
