/** Where a schema stands, and what that allows. */
export interface PlaceOfSchema {
  readonly level: "root" | "item" | "field";
  /** Why a default may not be here. */
  readonly noDefault?: string | undefined;
  /** Whether the value before an update is known here. */
  readonly hasOldValue: boolean;
}
