import type { ApiRequest } from "@kit/control-plane";
import type { ApiPaths } from "./api-paths.ts";
import type { Manifest } from "./manifest.ts";

interface Quota {
  readonly spec?: { readonly hard?: Readonly<Record<string, string>> };
  readonly status?: { readonly used?: Readonly<Record<string, string>> };
}

/** Has ResourceQuotas hold, as their controller does in a cluster: admission goes by their status alone. */
export async function setQuotas(
  { request, paths }: { readonly request: ApiRequest; readonly paths: ApiPaths },
  quotas: readonly Manifest[],
): Promise<void> {
  await Promise.all(
    quotas.map(async ({ data }) => {
      const found = await paths.pathsOf(data);
      if (found === undefined) return;
      const { body } = await request<Quota>("GET", found.object);
      const hard = body.spec?.hard ?? {};
      const none = Object.fromEntries(Object.keys(hard).map((resource) => [resource, "0"]));
      const status = { hard, used: { ...none, ...body.status?.used } };
      await request("PATCH", `${found.object}/status`, { status }, "application/merge-patch+json");
    }),
  );
}
