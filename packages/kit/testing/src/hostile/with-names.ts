/**
 * The same data with other names: in every text and every key, `name0`, `name1`, … become the names of that index. What
 * is one object stays one, so that what refers to each other still does.
 */
export function withNames<Data>(data: Data, names: readonly string[]): Data {
  const seen = new Map<object, unknown>();
  const text = (one: string): string =>
    one.replaceAll(/name(\d)/g, (all, index: string) => names[Number(index)] ?? all);
  const copy = (one: unknown): unknown => {
    if (typeof one === "string") return text(one);
    if (typeof one !== "object" || one === null) return one;
    if (seen.has(one)) return seen.get(one);
    if (one instanceof Map) return new Map([...one].map(([key, value]) => [copy(key), copy(value)]));
    const own: Record<string, unknown> | unknown[] = Array.isArray(one) ? [] : {};
    seen.set(one, own);
    for (const [key, value] of Object.entries(one)) Object.assign(own, { [text(key)]: copy(value) });
    return own;
  };
  return copy(data) as Data;
}
