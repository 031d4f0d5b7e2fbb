/**
 * The service whose package an object comes from: `backend` of `packages/shop/backend/src/index.ts`. Undefined
 * where an overlay brings the object, and where an environment does.
 */
export function serviceOf({ source }: { readonly source: string | undefined }): string | undefined {
  const [top, , service] = source?.split("/") ?? [];
  return top !== "packages" || service === "environments" ? undefined : service;
}
