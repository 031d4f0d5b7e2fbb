const told = new Set<string>();

/**
 * Says, once for each file, that a cache is not used. A cache is only ever a shortcut, so nothing fails for it.
 *
 * It goes out as a warning of the process, which a command prints on stderr.
 */
export function sayIgnored(file: string, why: string): void {
  if (told.has(file)) return;
  told.add(file);
  process.emitWarning(`${file} is ignored: ${why}`, "notice");
}
