/** What the page shows about a GPU. */
export interface AdapterDescription {
  readonly vendor: string;
  readonly architecture: string;
  readonly description: string;
  /** The "GPU" is the processor pretending to be one: correct, and far slower than WebAssembly. */
  readonly software: boolean;
}

/** Reads an adapter's description. Browsers name their software adapters in different places. */
export function describeAdapter(info: GPUAdapterInfo): AdapterDescription {
  const { vendor, architecture, description } = info;
  const software =
    info.isFallbackAdapter ||
    vendor === "google" ||
    /swiftshader|llvmpipe|lavapipe|basic render|warp/i.test(`${architecture} ${description}`);
  return { vendor, architecture, description, software };
}

/** "nvidia hopper", or what else is known of it. */
export function adapterName({ vendor, architecture, description }: AdapterDescription): string {
  return description || `${vendor} ${architecture}`.trim() || "a GPU without a name";
}

/** A device with the adapter's own limits where tfjs needs more than WebGPU promises. */
export function requestDevice(adapter: GPUAdapter): Promise<GPUDevice> {
  const { limits } = adapter;
  return adapter.requestDevice({
    requiredLimits: {
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxBufferSize: limits.maxBufferSize,
      maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
    },
  });
}
