import type { Stop, View } from "../../core/scenario";
import type { EnvId } from "../../envs/index";

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
    readonly env: { readonly id: EnvId; readonly params?: Readonly<Record<string, unknown>> };
    readonly algo: { readonly id: string; readonly params?: Readonly<Record<string, unknown>> };
    readonly view?: Readonly<View>;
    readonly stop: Stop;
  };
}
