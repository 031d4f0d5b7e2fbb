import { dnsSubdomainProblem } from "@kit/kube/names";
import { podCheck } from "../../define-check.ts";
import { isBarePod } from "../../pods/bare-pod.ts";
import { volumesOf } from "../../pods/volumes.ts";
import { judgeTemplateMetadata, type TemplateMetadata } from "../../rules/judge-template-metadata.ts";

export const ephemeralVolume = podCheck({
  id: "ephemeral-volume",
  group: "api-validity",
  severity: "error",
  title: "an ephemeral volume has no claim template, or makes a claim whose name is invalid or taken",
  run: (pod, report) => {
    const volumes = volumesOf(pod);
    const made = new Map<string, string>();
    for (const { volume, name = "", path } of volumes) {
      if (volume?.ephemeral === undefined) continue;
      const place = [...path, "ephemeral", "volumeClaimTemplate"];
      const { volumeClaimTemplate: template } = volume.ephemeral;
      if (template === undefined) {
        report({ path: place, message: "the claim template is missing", fix: "write the claim template" });
      }
      judgeTemplateMetadata(report, [...place, "metadata"], template?.metadata as TemplateMetadata | undefined);
      // The name of the claim is known where that of the pod is.
      if (!isBarePod(pod) || pod.object.name === "" || name === "") continue;
      const claim = `${pod.object.name}-${name}`;
      made.set(claim, name);
      const problem = dnsSubdomainProblem(claim);
      if (problem === undefined) continue;
      const message = `the claim that is made would be called ${JSON.stringify(claim)}, which ${problem}`;
      report({ path: [...path, "name"], message, fix: "correct the volume's name" });
    }
    for (const { volume, path } of volumes) {
      const claim = volume?.persistentVolumeClaim?.claimName;
      const maker = claim === undefined ? undefined : made.get(claim);
      if (maker === undefined) continue;
      const message = `the claim ${JSON.stringify(claim)} is made for the ephemeral volume ${JSON.stringify(maker)}`;
      report({ path: [...path, "persistentVolumeClaim", "claimName"], message, fix: "name another claim" });
    }
  },
});
