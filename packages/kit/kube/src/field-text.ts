/** A field in a path as people write it: `name`, `.name` behind something, `["app.kubernetes.io/name"]`. */
export function fieldText(name: string, isFirst: boolean): string {
  if (!/^[A-Za-z_][\w-]*$/.test(name)) return `[${JSON.stringify(name)}]`;
  return isFirst ? name : `.${name}`;
}
