import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { descendingPathProblem } from "../../syntax/file-path.ts";
import type { PodView } from "../../view/index.ts";

export const seccompProfile = podCheck({
  id: "seccomp-profile",
  group: "api-validity",
  severity: "error",
  title: "a seccomp profile has no file, or a file that its type does not take, or is not what an annotation says",
  run: (pod, report) => {
    for (const { profile, path, annotation } of profilesOf(pod)) {
      judgeProfile(report, path, profile);
      const said = pod.annotations[annotation];
      if (said === undefined || agrees(profile, said)) continue;
      const message = `the annotation ${annotation} says ${JSON.stringify(said)}, and the field another profile`;
      report({ path, message, fix: "take the annotation out" });
    }
    for (const [key, text] of Object.entries(pod.annotations)) {
      if (key !== ofPod && !key.startsWith(ofContainer)) continue;
      const path = [...pod.metadataPath, "annotations", key];
      judgeText(report, { path, what: "the seccomp profile", text, problem: profileProblem });
    }
  },
});

type Profile = NonNullable<NonNullable<PodView["spec"]["securityContext"]>["seccompProfile"]>;

const ofPod = "seccomp.security.alpha.kubernetes.io/pod";
const ofContainer = "container.seccomp.security.alpha.kubernetes.io/";

function profilesOf({ spec, path, containers }: PodView): { profile: Profile; path: Path; annotation: string }[] {
  const places = [
    { profile: spec.securityContext?.seccompProfile, path, annotation: ofPod },
    ...containers.map(({ container, path: of }) => ({
      profile: container.securityContext?.seccompProfile,
      path: of,
      annotation: `${ofContainer}${container.name}`,
    })),
  ];
  return places.flatMap(({ profile, path: of, annotation }) =>
    profile === undefined ? [] : [{ profile, path: [...of, "securityContext", "seccompProfile"], annotation }],
  );
}

function judgeProfile(report: ReportFinding, path: Path, { type, localhostProfile: file }: Profile): void {
  const place = [...path, "localhostProfile"];
  if (type === undefined) report({ path: [...path, "type"], message: "the type is missing", fix: "write the type" });
  else if (type !== "Localhost") {
    if (file === undefined) return;
    const message = `localhostProfile is set, and the type is ${type}`;
    report({ path: place, message, fix: "leave it out, or set the type to Localhost" });
  } else if (file === undefined) {
    report({ path: place, message: "localhostProfile is missing", fix: "write the profile's file" });
  } else if (file !== "") {
    judgeText(report, { path: place, what: "the profile's file", text: file, problem: descendingPathProblem });
  }
}

function profileProblem(text: string): string | undefined {
  if (["runtime/default", "docker/default", "unconfined"].includes(text)) return undefined;
  const file = /^localhost\/(.*)$/s.exec(text)?.[1];
  return file === undefined ? "is not a seccomp profile" : descendingPathProblem(file);
}

function agrees({ type, localhostProfile }: Profile, said: string): boolean {
  if (type === "Unconfined") return said === "unconfined";
  if (type === "RuntimeDefault") return said === "runtime/default" || said === "docker/default";
  return type !== "Localhost" || said === `localhost/${localhostProfile}`;
}
