import { identityKey } from "@kit/kube";
import { perEnvironment } from "./per-environment.ts";
import type { EnvironmentView, View } from "./view/index.ts";

/** One text for one object, whatever the version of its kind that is written. */
export function targetOf({
  apiVersion,
  kind,
  namespace = "default",
  name,
}: Pick<View, "apiVersion" | "kind" | "namespace" | "name">): string {
  return identityKey({ apiVersion, kind, namespace, name });
}

/** What makes pods and can be scaled, by the text of `targetOf`. */
export const podMakers = perEnvironment(
  (environment: EnvironmentView<"objects">): ReadonlyMap<string, View> =>
    new Map(environment.objects.flatMap((object) => (object.pods.length === 0 ? [] : [[targetOf(object), object]]))),
);

/** What the environment's HorizontalPodAutoscalers scale, with the name of the one that does. */
export const scaledIn = perEnvironment(
  (environment: EnvironmentView<"objects">): ReadonlyMap<string, string> =>
    new Map(
      environment.of("HorizontalPodAutoscaler").flatMap((hpa): [string, string][] => {
        const { apiVersion = "", kind, name } = hpa.data.spec?.scaleTargetRef ?? {};
        if (kind === undefined || name === undefined) return [];
        return [[targetOf({ apiVersion, kind, name, namespace: hpa.namespace }), hpa.name]];
      }),
    ),
);
