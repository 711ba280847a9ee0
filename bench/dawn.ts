import { existsSync } from "node:fs";
import { constants } from "node:os";

/** Where Debian puts what Chromium brings with it: the driver of its software GPU, and the Vulkan loader. */
const SWIFTSHADER = "/usr/lib/chromium/vk_swiftshader_icd.json";
const VULKAN = "/usr/lib/chromium/libvulkan.so.1";
/** glibc's flag for a library that stays once it has been loaded. */
const STAYS = 0x1000;

/**
 * WebGPU in Node through Dawn, Chromium's implementation. `hardware` leaves the choice of the driver to the machine;
 * otherwise the software adapter is used where there is one. Nothing if no adapter is to be had.
 */
export async function dawn({ hardware = false } = {}): Promise<GPU | undefined> {
  if (!hardware && !process.env.VK_DRIVER_FILES && existsSync(SWIFTSHADER)) {
    process.env.VK_DRIVER_FILES = SWIFTSHADER;
    loadVulkan();
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

/** The dynamic linker does not look where Chromium keeps its Vulkan; a library that is loaded already it takes by name. */
function loadVulkan(): void {
  if (!existsSync(VULKAN)) return;
  try {
    process.dlopen({ exports: {} }, VULKAN, constants.dlopen.RTLD_NOW | STAYS);
  } catch {
    // It is no module of Node's, as expected; but it is loaded.
  }
}
