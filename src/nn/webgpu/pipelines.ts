/** Kernels on one layout of bindings: a record that is only read, and three buffers that are written to. */
export interface Pipelines {
  readonly bindings: GPUBindGroupLayout;
  /** In the order of the texts. */
  readonly compiled: Promise<readonly GPUComputePipeline[]>;
}

const kept = new WeakMap<GPUDevice, Map<string, Pipelines>>();

/** Compiles texts in WGSL, all at once, or gives what was made of them before on this device. */
export function pipelinesOf(device: GPUDevice, texts: readonly string[]): Pipelines {
  let ofDevice = kept.get(device);
  if (!ofDevice) kept.set(device, (ofDevice = new Map()));
  const key = texts.join("\n");
  let pipelines = ofDevice.get(key);
  if (!pipelines) ofDevice.set(key, (pipelines = compile(device, texts)));
  return pipelines;
}

function compile(device: GPUDevice, texts: readonly string[]): Pipelines {
  const bindings = device.createBindGroupLayout({
    entries: (["read-only-storage", "storage", "storage", "storage"] as const).map((type, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type },
    })),
  });
  const layout = device.createPipelineLayout({ bindGroupLayouts: [bindings] });
  const compiled = Promise.all(
    texts.map((code) =>
      device.createComputePipelineAsync({
        layout,
        compute: { module: device.createShaderModule({ code }), entryPoint: "main" },
      }),
    ),
  );
  // Whoever waits for them hears of a failure.
  compiled.catch(() => undefined);
  return { bindings, compiled };
}
