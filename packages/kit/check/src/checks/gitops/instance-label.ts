import { listOf, mapOf } from "@kit/kube";
import { isSyncedByArgocd } from "../../delivery/argocd.ts";
import { overlayCheck } from "../../define-check.ts";

const label = "app.kubernetes.io/instance";

export const instanceLabel = overlayCheck({
  id: "instance-label",
  group: "gitops",
  severity: "info",
  title: "an overlay writes the label by which some Argo CD installations know what they have",
  needs: ["delivery"],
  run: (environment, report) => {
    if (!isSyncedByArgocd(environment)) return;
    const { file, content } = environment.overlay;
    const say = (path: readonly (string | number)[]): void => {
      const message = `it writes ${label}, which an Argo CD with \`application.resourceTrackingMethod: label\` overwrites: everything is out of sync there`;
      report(file, { message, fix: "keep it where Argo CD tracks by annotation, its default, or leave it out", path });
    };
    if (mapOf(content["commonLabels"])[label] !== undefined) say(["commonLabels", label]);
    listOf(content["labels"]).forEach((entry, index) => {
      if (mapOf(mapOf(entry)["pairs"])[label] !== undefined) say(["labels", index, "pairs", label]);
    });
  },
});
