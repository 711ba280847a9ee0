import { gpuWork } from "./work";

const FLOAT = 4; // bytes
/** Where a binding may begin in a buffer: a multiple of this many bytes on every device. */
const ALIGNMENT = 256;
/** Jobs that are handed to the GPU together, if nothing has to be read before. */
const MOST = 16;

/** Where the numbers of a job are on the GPU, in bytes. */
export interface Place {
  readonly buffer: GPUBuffer;
  readonly offset: number;
  readonly size: number;
}

/** Records commands; the job's own numbers are at `record`. */
export type Encode = (encoder: GPUCommandEncoder, record: Place) => void;

interface Job {
  readonly numbers: Float32Array;
  readonly encode: Encode;
}

/** Work for the GPU in the order in which it came, several jobs to a submission: nothing is sent until it must be. */
export class JobQueue {
  private jobs: Job[] = [];
  private disposed = false;
  private records: GPUBuffer | null = null;
  private open = false;

  /** Nothing is sent before `ready`. */
  constructor(
    private readonly device: GPUDevice,
    private readonly ready: Promise<unknown>,
  ) {
    const begin = () => {
      this.open = true;
    };
    ready.then(begin, () => undefined);
  }

  /** `numbers` are kept until they are sent. Throws after `dispose`. */
  add(numbers: Float32Array, encode: Encode): void {
    this.checkUse();
    this.jobs.push({ numbers, encode });
    if (this.open && this.jobs.length >= MOST) this.send();
  }

  /** As `add`, for a job that leaves `length` numbers in the buffer it is given: these. */
  async read(
    length: number,
    numbers: Float32Array,
    encode: (encoder: GPUCommandEncoder, record: Place, result: GPUBuffer) => void,
  ): Promise<Float32Array> {
    const usage = GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ;
    const result = this.device.createBuffer({ size: length * FLOAT, usage });
    try {
      this.add(numbers, (encoder, record) => encode(encoder, record, result));
      await this.ready;
      this.checkUse();
      this.send();
      gpuWork.reads++;
      await result.mapAsync(GPUMapMode.READ);
      return new Float32Array(result.getMappedRange().slice(0));
    } finally {
      result.destroy();
    }
  }

  dispose(): void {
    this.disposed = true;
    this.jobs = [];
    this.records?.destroy();
  }

  private checkUse(): void {
    if (this.disposed) throw new Error("This network has been disposed of.");
  }

  private send(): void {
    const { device, jobs } = this;
    if (jobs.length === 0) return;
    this.jobs = [];
    const offsets: number[] = [];
    let end = 0;
    for (const { numbers } of jobs) {
      offsets.push(end);
      end += Math.ceil(numbers.byteLength / ALIGNMENT) * ALIGNMENT;
    }
    const all = new Float32Array(end / FLOAT);
    jobs.forEach(({ numbers }, i) => all.set(numbers, offsets[i] / FLOAT));
    const buffer = this.recordsOf(end);
    device.queue.writeBuffer(buffer, 0, all);
    const encoder = device.createCommandEncoder();
    jobs.forEach(({ numbers: { byteLength: size }, encode }, i) =>
      encode(encoder, { buffer, offset: offsets[i], size }),
    );
    device.queue.submit([encoder.finish()]);
  }

  /** A buffer of at least so many bytes. */
  private recordsOf(bytes: number): GPUBuffer {
    if (this.records && this.records.size >= bytes) return this.records;
    this.records?.destroy();
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
    this.records = this.device.createBuffer({ size: Math.max(2 * bytes, ALIGNMENT), usage });
    return this.records;
  }
}
