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

/** Readings that were asked for in one go: they come back in one copy, each from its own place in `numbers`. */
interface Readings {
  length: number;
  /** Made when all have been asked for. */
  buffer: GPUBuffer | null;
  readonly numbers: Promise<Float32Array>;
}

/** Work for the GPU in the order in which it came, several jobs to a submission: nothing is sent until it must be. */
export class JobQueue {
  private jobs: Job[] = [];
  private disposed = false;
  private records: GPUBuffer | null = null;
  private open = false;
  /** Those that may still become more. */
  private readings: Readings | null = null;

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
    // A reading sends all that came before it.
    if (this.open && !this.readings && this.jobs.length >= MOST) this.send();
  }

  /**
   * As `add`, for a job that leaves `length` numbers at `offset` bytes of the buffer it is given: these. What is asked for
   * before anything is waited for is read in one copy.
   */
  async read(
    length: number,
    numbers: Float32Array,
    encode: (encoder: GPUCommandEncoder, record: Place, result: GPUBuffer, offset: number) => void,
  ): Promise<Float32Array> {
    this.checkUse();
    const readings = (this.readings ??= this.beginReadings());
    const from = readings.length;
    readings.length += length;
    this.add(numbers, (encoder, record) => {
      if (readings.buffer) encode(encoder, record, readings.buffer, from * FLOAT);
    });
    return (await readings.numbers).slice(from, from + length);
  }

  dispose(): void {
    this.disposed = true;
    this.jobs = [];
    this.records?.destroy();
  }

  private beginReadings(): Readings {
    const begun: Readings = { length: 0, buffer: null, numbers: this.ready.then(() => this.readAll(begun)) };
    return begun;
  }

  private async readAll(readings: Readings): Promise<Float32Array> {
    this.readings = null;
    this.checkUse();
    const usage = GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ;
    const buffer = this.device.createBuffer({ size: readings.length * FLOAT, usage });
    readings.buffer = buffer;
    try {
      this.send();
      gpuWork.reads++;
      await buffer.mapAsync(GPUMapMode.READ);
      return new Float32Array(buffer.getMappedRange().slice(0));
    } finally {
      buffer.destroy();
    }
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
