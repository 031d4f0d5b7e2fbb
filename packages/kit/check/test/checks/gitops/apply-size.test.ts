import { describe, expect, test } from "vitest";
import { applySize } from "../../../src/checks/gitops/apply-size.ts";
import { application, deliveryOf } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";

/** A ConfigMap that has so many bytes as JSON, with what a client-side apply adds. */
const configMap = (bytes: number, annotations = ""): string => {
  const metadata = `"metadata":{"name":"data"${annotations === "" ? "" : `,"annotations":${annotations}`}}`;
  const begin = `{"apiVersion":"v1","kind":"ConfigMap",${metadata},"data":{"a":"`;
  return `${begin}${"x".repeat(bytes - begin.length - '"}}\n'.length)}"}}`;
};
const room = 262_144 - "kubectl.kubernetes.io/last-applied-configuration".length;
const found = (severity: string, size: number, who: string): string =>
  `${severity} ConfigMap default/data: as JSON it has ${size} bytes, and ${who} keeps that in an annotation, which has room for 262144; write \`argocd.argoproj.io/sync-options: ServerSideApply=true\`, and apply by hand with --server-side`;

describe("apply-size", () => {
  test("passes what just fits", () => {
    expect(judge(applySize, configMap(room))).toEqual([]);
  });

  test("passes what is applied on the server", () => {
    expect(judge(applySize, configMap(room + 1), { delivery: deliveryOf({ engines: ["flux"] }) })).toEqual([]);
    const annotations = '{"argocd.argoproj.io/sync-options":"Prune=false,ServerSideApply=true"}';
    expect(judge(applySize, configMap(room, annotations), { delivery: deliveryOf() })).toEqual([]);
    const delivery = deliveryOf({ objects: application({ options: "[ServerSideApply=true]" }) });
    expect(judge(applySize, configMap(room + 1), { delivery })).toEqual([]);
  });

  test("finds the first byte that does not fit", () => {
    expect(judge(applySize, configMap(room + 1))).toEqual([found("warning", room + 1, "a client-side apply")]);
    const delivery = deliveryOf({ engines: ["argocd", "flux"], objects: application() });
    expect(judge(applySize, configMap(room + 1), { delivery })).toEqual([found("error", room + 1, "Argo CD")]);
  });

  test("counts the other annotations", () => {
    const annotations = '{"note":"12345678"}';
    expect(judge(applySize, configMap(room - 12, annotations))).toEqual([]);
    expect(judge(applySize, configMap(room - 11, annotations))).toEqual([
      found("warning", room - 11, "a client-side apply"),
    ]);
  });
});
