import type { Stop } from "../../core/scenario";

/** A ready-made experiment. Its id is part of addresses and never changes. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /** One sentence: what to notice. */
  readonly notice: string;
  readonly source: string;
  /** The heading it is listed under. */
  readonly group: string;
  /** JSON form, as a file would hold it. */
  readonly scenario: {
    readonly v: 1;
    readonly env: { readonly id: "grid-world"; readonly params: Readonly<Record<string, unknown>> };
    readonly algo: { readonly id: string; readonly params?: Readonly<Record<string, unknown>> };
    readonly stop: Stop;
  };
}
