import { isMap } from "@kit/kube";

/**
 * What a live object has in the fields that a file says. The API server's defaults, and what others have set, are in
 * no file; so where the API server does not say what would come of the file, this is what both can be compared by.
 */
export function asRendered(live: unknown, rendered: unknown): unknown {
  if (Array.isArray(live) && Array.isArray(rendered)) return listAsRendered(live, rendered);
  if (!isMap(live) || !isMap(rendered)) return live;
  const common = Object.keys(rendered).filter((name) => Object.hasOwn(live, name));
  return Object.fromEntries(common.map((name) => [name, asRendered(live[name], rendered[name])]));
}

function listAsRendered(live: readonly unknown[], rendered: readonly unknown[]): unknown[] {
  return live.map((item, at) => {
    const name = nameOf(item);
    const same = name === undefined ? rendered[at] : rendered.find((one) => nameOf(one) === name);
    return asRendered(item, same);
  });
}

function nameOf(item: unknown): unknown {
  return isMap(item) ? item["name"] : undefined;
}
