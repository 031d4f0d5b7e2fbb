import { templatesOf } from "@kit/build";
import { print } from "@kit/terminal";

/** `pnpm secrets template`. */
export async function template(root: string, named: readonly string[]): Promise<true> {
  print((await templatesOf(root, named)).join("\n"));
  return true;
}
