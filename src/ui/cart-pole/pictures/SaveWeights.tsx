import { exportWeights } from "../../../engine/client-weights";
import { cartPolePictures as words } from "../../../messages/cart-pole-pictures";
import { useSights } from "../../pictures/sights";
import { fileName, saveFile } from "../../share/files";
import { useLab } from "../../store";

/** Hands out the weights of the networks as they are pictured. */
export function SaveWeights() {
  const save = () => {
    const { networks = [] } = useSights.getState();
    const { scenario } = useLab.getState();
    const bytes = exportWeights(networks, String(scenario.algo.params.activation));
    saveFile(fileName(scenario, "safetensors"), new Blob([bytes]));
  };
  return (
    <button type="button" onClick={save} data-tool="">
      {words.saveWeights}
    </button>
  );
}
