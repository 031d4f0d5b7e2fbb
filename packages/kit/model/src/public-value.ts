/**
 * A value that looks like a secret and is for everybody, such as a key that browsers are given: the value itself. The
 * scan, the build and the checks take it for what it says, wherever it comes to stand; where nothing would take it for a
 * secret, the scan says that it can go.
 *
 * The text of the source declares it, so both arguments are literals.
 *
 * @param value At least 8 characters, without a line end or a backslash.
 * @param reason Why everybody may know it.
 */
export function publicValue<const Value extends string, const Reason extends string>(
  value: string extends Value ? never : Value,
  _reason: string extends Reason ? never : Reason extends "" ? never : Reason,
): Value {
  return value;
}
