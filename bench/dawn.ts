import { existsSync } from "node:fs";

/** Where Linux distributions put the driver of Chromium's software GPU. */
const SWIFTSHADER = "/usr/lib/chromium/vk_swiftshader_icd.json";

/**
 * WebGPU in Node through Dawn, Chromium's implementation. `hardware` leaves the choice of the driver to the machine;
 * otherwise the software adapter is used where there is one. Nothing if no adapter is to be had.
 */
export async function dawn({ hardware = false } = {}): Promise<GPU | undefined> {
  if (!hardware && !process.env.VK_DRIVER_FILES && existsSync(SWIFTSHADER)) {
    process.env.VK_DRIVER_FILES = SWIFTSHADER;
  }
  try {
    const { create, globals } = await import("webgpu");
    const gpu = create([]);
    if (!(await gpu.requestAdapter())) return undefined;
    Object.assign(globalThis, globals);
    Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true });
    return gpu;
  } catch (error) {
    process.stderr.write(`WebGPU could not be started in Node: ${String(error)}\n`);
    return undefined;
  }
}
