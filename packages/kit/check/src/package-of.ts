/**
 * The service whose package an object comes from: `cart` of `packages/shop/cart/src/index.ts`. Undefined
 * where an overlay brings the object, and where an environment does.
 */
export function serviceOf({ source }: { readonly source: string | undefined }): string | undefined {
  const [top, , service] = source?.split("/") ?? [];
  return top !== "packages" || service === "environments" ? undefined : service;
}

/** The system whose package an object comes from: `shop` of `packages/shop/cart/src/index.ts`. */
export function systemOf({ source }: { readonly source: string | undefined }): string | undefined {
  const [top, system] = source?.split("/") ?? [];
  return top === "packages" ? system : undefined;
}
