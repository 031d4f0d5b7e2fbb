import { UserError, type Problem } from "@kit/errors";

/**
 * Refuses files that two objects would share: what differs in nothing but the case of its kind has one name.
 *
 * @throws UserError
 */
export function refuseSharedFiles(files: readonly (readonly [path: string, text: string])[]): void {
  const paths = files.map(([path]) => path);
  const shared = new Set(
    paths.length === new Set(paths).size ? [] : paths.filter((path, at) => paths.indexOf(path) < at),
  );
  UserError.throwIfAny(
    [...shared].map((path): Problem => ({
      code: "object-name",
      what: "two objects would be in this file: their kinds differ in upper and lower case only",
      where: `generated/${path}`,
      next: "rename one of the objects",
    })),
  );
}
