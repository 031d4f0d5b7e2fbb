import { describe, expect, test } from "vitest";
import { trackingId } from "../../../src/checks/gitops/tracking-id.ts";
import { judge } from "../../judge.ts";

const configMap = (annotations: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web, annotations: ${annotations} }\n`;

describe("tracking-id", () => {
  test("passes what Argo CD reads, and the label by which it may track", () => {
    expect(judge(trackingId, configMap("{ argocd.argoproj.io/sync-wave: '1' }"))).toEqual([]);
    const labelled =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web, labels: { app.kubernetes.io/instance: a } }\n";
    expect(judge(trackingId, labelled)).toEqual([]);
  });

  test("finds the annotation that Argo CD writes, also of kinds that nobody knows", () => {
    const annotations = '{ argocd.argoproj.io/tracking-id: "shop:/ConfigMap:default/web" }';
    const widget = `apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: web, annotations: ${annotations} }\n`;
    expect(judge(trackingId, `${configMap(annotations)}---\n${widget}`)).toEqual(
      ["ConfigMap default/web", "Widget web"].map(
        (object) =>
          `error ${object} metadata.annotations["argocd.argoproj.io/tracking-id"]: argocd.argoproj.io/tracking-id says shop:/ConfigMap:default/web: any Argo CD that reads this takes the object for a part of that Application; remove the annotation: Argo CD writes it itself`,
      ),
    );
  });
});
