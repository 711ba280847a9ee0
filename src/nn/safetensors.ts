import { fail, ok, type Result } from "../core/result";

/** One named array of a file, row after row. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

const LENGTH_BYTES = 8;
const FLOAT_BYTES = 4;
/** What can be read: how many bytes a number takes, and how it is read. */
const FORMATS = {
  F32: { bytes: 4, read: (view: DataView, at: number) => view.getFloat32(at, true) },
  F16: { bytes: 2, read: (view: DataView, at: number) => fromHalf(view.getUint16(at, true)) },
} as const;
type Format = keyof typeof FORMATS;
const LARGEST_HEADER = 1 << 20;
/** The entry of the header that holds no array, but words about the file. */
const METADATA = "__metadata__";

/**
 * Writes a safetensors file (huggingface.co/docs/safetensors): the header's length as 8 bytes, little-endian, the
 * header in JSON padded with spaces to a multiple of 8 bytes, then the numbers as little-endian float32.
 */
export function writeSafetensors(
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  let end = 0;
  const entries = tensors.map(({ name, shape, values }) => {
    const begin = end;
    end += values.length * FLOAT_BYTES;
    return [name, { dtype: "F32", shape, data_offsets: [begin, end] }] as const;
  });
  const header = Object.fromEntries<unknown>([[METADATA, metadata], ...entries]);
  const text = Uint8Array.from(asciiJson(header), (letter) => letter.charCodeAt(0));
  const headerLength = Math.ceil(text.length / LENGTH_BYTES) * LENGTH_BYTES;
  const bytes = new Uint8Array(LENGTH_BYTES + headerLength + end).fill(0x20, LENGTH_BYTES);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(headerLength), true);
  bytes.set(text, LENGTH_BYTES);
  let at = LENGTH_BYTES + headerLength;
  for (const { values } of tensors) {
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += FLOAT_BYTES;
    }
  }
  return bytes;
}

/** JSON with everything beyond ASCII escaped: then it is UTF-8 as it stands, wherever this runs. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Reads a safetensors file of float32 and float16 arrays. Anything else is refused with a sentence for the user. */
export function readSafetensors(bytes: Uint8Array): Result<NamedTensor[]> {
  const opened = openFile(bytes);
  if (!opened.ok) return opened;
  const { header, view, start } = opened.value;
  const tensors: NamedTensor[] = [];
  for (const [name, entry] of Object.entries(header)) {
    if (name === METADATA) continue;
    const place = placeOf(entry, bytes.length - start);
    if (typeof place === "string") return fail(`The array "${name}" of the file ${place}.`);
    const { bytes: size, read } = FORMATS[place.format];
    const values = new Float32Array(place.count);
    for (let i = 0; i < values.length; i++) values[i] = read(view, start + place.begin + i * size);
    tensors.push({ name, shape: place.shape, values });
  }
  return ok(tensors);
}

/** What a safetensors file says of itself, name by name: nothing where it has no such words or cannot be read. */
export function readMetadata(bytes: Uint8Array): Readonly<Record<string, string>> {
  const opened = openFile(bytes);
  const metadata = opened.ok ? opened.value.header[METADATA] : null;
  if (!isRecord(metadata)) return {};
  return Object.fromEntries(
    Object.entries(metadata).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

interface Opened {
  readonly header: Readonly<Record<string, unknown>>;
  readonly view: DataView;
  /** Where the numbers begin. */
  readonly start: number;
}

function openFile(bytes: Uint8Array): Result<Opened> {
  if (bytes.length < LENGTH_BYTES) return fail("This is not a safetensors file: it is too short.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = Number(view.getBigUint64(0, true));
  const start = LENGTH_BYTES + headerLength;
  if (headerLength > LARGEST_HEADER || start > bytes.length) {
    return fail("This is not a safetensors file: its header is longer than the file.");
  }
  const header = parseHeader(bytes.subarray(LENGTH_BYTES, start));
  return header
    ? ok({ header, view, start })
    : fail("This is not a safetensors file: its header cannot be read.");
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const header: unknown = JSON.parse(fromUtf8(bytes));
    return isRecord(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

/** Without `TextDecoder`, which the language itself does not have. Throws where the bytes are no UTF-8. */
function fromUtf8(bytes: Uint8Array): string {
  return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where an array lies in the data, or what is wrong with its entry. */
function placeOf(
  entry: unknown,
  dataLength: number,
): { format: Format; shape: number[]; begin: number; count: number } | string {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
  if (!isFormat(dtype)) return `holds ${String(dtype)} numbers; only F32 and F16 can be read`;
  if (!isCounts(shape) || !isCounts(offsets) || offsets.length !== 2) return "has a damaged description";
  const count = shape.reduce((product, size) => product * size, 1);
  const [begin, end] = offsets;
  if (end - begin !== count * FORMATS[dtype].bytes || end > dataLength)
    return "does not fit its place in the file";
  return { format: dtype, shape, begin, count };
}

function isFormat(dtype: unknown): dtype is Format {
  return typeof dtype === "string" && Object.hasOwn(FORMATS, dtype);
}

/** A number of 1 sign bit, 5 bits of exponent and 10 of fraction (IEEE 754 binary16), from its bits. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
