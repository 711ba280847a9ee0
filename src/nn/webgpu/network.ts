import { gradientKernel, tileCount } from "./gradient";
import { CHUNK, type Layout } from "./layout";
import { normKernel, RUN, stepKernel, sumKernel, WIDE } from "./optimizer";
import { pipelinesOf, type Pipelines } from "./pipelines";
import { JobQueue, type Place } from "./queue";
import { LANES } from "./text";
import { gpuWork } from "./work";

const FLOAT = 4; // bytes

/** What a job is told, as its kernels read it, and of how many vec4s of rows it is, padding included. */
export interface GpuRecord {
  readonly numbers: Float32Array;
  readonly quads: number;
}

/** How many workgroups of a kernel. */
export type Groups = readonly [kernel: string, x: number, y?: number];

/** The buffers of a network on the GPU, and its jobs, which are dispatches of its kernels. */
export class GpuNetwork {
  private readonly names: readonly string[];
  private readonly pipelines: Pipelines;
  private kernels: readonly GPUComputePipeline[] = [];
  private readonly jobs: JobQueue;
  private readonly state: GPUBuffer;
  /** What the units gave, and the sums of chunks: room for the largest batch so far. */
  private room: { readonly units: GPUBuffer; readonly partials: GPUBuffer; readonly quads: number } | null =
    null;
  /** Of the largest batch that is queued or was sent. */
  private quads = 1;

  /** `texts` are the kernels of this network by name, besides those that all have. */
  constructor(
    private readonly device: GPUDevice,
    private readonly layout: Layout,
    texts: Readonly<Record<string, string>>,
  ) {
    const all = {
      ...texts,
      gradient: gradientKernel(layout),
      sum: sumKernel(layout),
      norm: normKernel(layout),
      step: stepKernel(layout),
    };
    this.names = Object.keys(all);
    this.pipelines = pipelinesOf(device, Object.values(all));
    const ready = this.pipelines.compiled.then((kernels) => {
      this.kernels = kernels;
    });
    this.jobs = new JobQueue(device, ready);
    this.state = this.buffer(layout.length);
  }

  /** One optimizer step; `groups` take the record's batch to the slopes of its loss. */
  update(record: GpuRecord, groups: readonly Groups[]): void {
    this.run(record, [
      ...this.toGradient(record, groups),
      ["step", Math.ceil(this.layout.parameters / WIDE)],
    ]);
  }

  /** ∇θ of a batch, and behind it the terms of its loss. */
  gradient(record: GpuRecord, groups: readonly Groups[]): Promise<Float32Array> {
    const { parameters, terms, gradient } = this.layout;
    const all = this.toGradient(record, groups);
    return this.runAndRead(record, all, () => this.state, gradient, parameters + terms);
  }

  /** What `count` units from `unit` on gave for the rows of a batch, unit by unit. */
  outputs(record: GpuRecord, groups: readonly Groups[], unit: number, count: number): Promise<Float32Array> {
    const rows = record.quads * 4;
    return this.runAndRead(record, groups, () => this.rooms().units, unit * rows, count * rows);
  }

  run(record: GpuRecord, groups: readonly Groups[]): void {
    this.reserve(record);
    this.jobs.add(record.numbers, (encoder, place) => this.dispatch(encoder, place, groups));
  }

  /** Numbers of the state, after all that is queued. */
  read(offset: number, length: number): Promise<Float32Array> {
    return this.runAndRead({ numbers: new Float32Array(), quads: 0 }, [], () => this.state, offset, length);
  }

  /** Sets the numbers of the state from its beginning on. */
  write(numbers: Float32Array): void {
    this.jobs.add(numbers, (encoder, { buffer, offset, size }) =>
      encoder.copyBufferToBuffer(buffer, offset, this.state, 0, size),
    );
  }

  dispose(): void {
    this.jobs.dispose();
    this.state.destroy();
    this.room?.units.destroy();
    this.room?.partials.destroy();
  }

  private toGradient({ quads }: GpuRecord, groups: readonly Groups[]): Groups[] {
    const { layout } = this;
    return [
      ...groups,
      ["gradient", Math.ceil(tileCount(layout) / LANES), Math.ceil((quads * 4) / CHUNK)],
      ["sum", Math.ceil(layout.parameters / RUN / WIDE)],
      ["norm", 1],
    ];
  }

  private runAndRead(
    record: GpuRecord,
    groups: readonly Groups[],
    from: () => GPUBuffer,
    offset: number,
    length: number,
  ): Promise<Float32Array> {
    this.reserve(record);
    return this.jobs.read(length, record.numbers, (encoder, place, result, at) => {
      if (groups.length > 0) this.dispatch(encoder, place, groups);
      encoder.copyBufferToBuffer(from(), offset * FLOAT, result, at, length * FLOAT);
    });
  }

  private dispatch(encoder: GPUCommandEncoder, record: Place, groups: readonly Groups[]): void {
    const { device, pipelines, state } = this;
    const { units, partials } = this.rooms();
    const resources = [record, { buffer: state }, { buffer: units }, { buffer: partials }];
    const entries = resources.map((resource, binding) => ({ binding, resource }));
    const pass = encoder.beginComputePass();
    pass.setBindGroup(0, device.createBindGroup({ layout: pipelines.bindings, entries }));
    for (const [kernel, x, y] of groups) {
      pass.setPipeline(this.kernels[this.names.indexOf(kernel)]);
      pass.dispatchWorkgroups(x, y);
      gpuWork.dispatches++;
    }
    pass.end();
  }

  private reserve({ quads }: GpuRecord): void {
    this.quads = Math.max(this.quads, quads);
  }

  /** Large enough for all that is queued, so that they stay the same while it is sent. */
  private rooms() {
    const { layout, quads, room } = this;
    if (room && room.quads >= quads) return room;
    room?.units.destroy();
    room?.partials.destroy();
    const { losses, parameters, terms } = layout;
    const sums = Math.ceil((quads * 4) / CHUNK) * parameters;
    return (this.room = {
      units: this.buffer((losses + terms) * quads * 4),
      partials: this.buffer(sums + Math.ceil(parameters / RUN)),
      quads,
    });
  }

  private buffer(length: number): GPUBuffer {
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    return this.device.createBuffer({ size: length * FLOAT, usage });
  }
}
