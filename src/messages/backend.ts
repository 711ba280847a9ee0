import { section } from "./section";

/** What is said at all times of where networks are computed. */
export const backend = section("backend", {
  computedOn: "Networks are computed on",
  rate: "{rate} updates/s",
  unnamed: "unnamed",
  inSoftware: "{name}, in software",
  wrong:
    "The address asks for the backend “{word}”, which there is not. Write ?backend=webgpu, ?backend=wasm or ?backend=cpu; for now the best one is used.",
});
