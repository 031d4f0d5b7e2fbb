import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import type { PodView } from "../../view/index.ts";

export const apparmorProfile = podCheck({
  id: "apparmor-profile",
  group: "api-validity",
  severity: "error",
  title: "an AppArmor profile has no name, or one that its type does not take, or is not what an annotation says",
  standsFor: ["pss-app-armor"],
  run: (pod, report) => {
    const { spec, path, containers } = pod;
    const ofPod = spec.securityContext?.appArmorProfile;
    if (ofPod !== undefined) judgeProfile(report, [...path, "securityContext", "appArmorProfile"], ofPod);
    for (const { container, path: of } of containers) {
      const own = container.securityContext?.appArmorProfile;
      const profile = own ?? ofPod;
      if (profile === undefined) continue;
      const place = [...of, "securityContext", "appArmorProfile"];
      if (own !== undefined) judgeProfile(report, place, own);
      const said = pod.annotations[`${prefix}${container.name}`];
      if (said === undefined || spec.os?.name === "windows" || agrees(profile, said)) continue;
      const message = `the annotation ${prefix}${container.name} says ${JSON.stringify(said)}, and the field another profile`;
      report({ path: place, message, fix: "take the annotation out" });
    }
    judgeAnnotations(pod, report);
  },
});

type Profile = NonNullable<NonNullable<PodView["spec"]["securityContext"]>["appArmorProfile"]>;

const prefix = "container.apparmor.security.beta.kubernetes.io/";

function judgeProfile(report: ReportFinding, path: Path, { type, localhostProfile: name }: Profile): void {
  const place = [...path, "localhostProfile"];
  if (type === undefined) report({ path: [...path, "type"], message: "the type is missing", fix: "write the type" });
  else if (type !== "Localhost") {
    if (name === undefined) return;
    const message = `localhostProfile is set, and the type is ${type}`;
    report({ path: place, message, fix: "leave it out, or set the type to Localhost" });
  } else if (name === undefined || name.trim() === "" || name.trim() !== name || name.length > 4095) {
    const problem = name === undefined ? "is missing" : "is empty, has spaces around it, or more than 4095 characters";
    report({ path: place, message: `localhostProfile ${problem}`, fix: "write the profile's name" });
  }
}

function judgeAnnotations({ annotations, metadataPath, containers }: PodView, report: ReportFinding): void {
  for (const [key, profile] of Object.entries(annotations)) {
    if (!key.startsWith(prefix)) continue;
    const path = [...metadataPath, "annotations", key];
    const name = key.slice(prefix.length);
    if (!containers.some(({ container }) => container.name === name)) {
      const message = `the pod has no container ${JSON.stringify(name)}`;
      report({ path, message, fix: "name a container of the pod after the slash, or take the annotation out" });
    }
    if (["", "runtime/default", "unconfined"].includes(profile) || profile.startsWith("localhost/")) continue;
    const message = `${JSON.stringify(profile)} is not an AppArmor profile`;
    report({ path, message, fix: "use the field appArmorProfile instead" });
  }
}

function agrees({ type, localhostProfile }: Profile, said: string): boolean {
  if (type === "Unconfined") return said === "unconfined";
  if (type === "RuntimeDefault") return said === "runtime/default";
  return type !== "Localhost" || said === `localhost/${localhostProfile}`;
}
