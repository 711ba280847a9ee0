/** A cell of a CSV file. */
export type CsvValue = string | number | null;

/**
 * A CSV file after RFC 4180, with lines “# …” of comment before the header, which are not quoted: readers that
 * skip comments look for the # at the very start. Numbers keep all their digits and an ordinary minus sign; null is an
 * empty field.
 */
export function csv(
  columns: readonly string[],
  rows: readonly (readonly CsvValue[])[],
  comments: readonly string[] = [],
): string {
  const notes = comments.flatMap((comment) => comment.split(/\r?\n/)).map((line) => `# ${line}`);
  const lines = [columns, ...rows].map((row) => row.map(field).join(","));
  return [...notes, ...lines].map((line) => `${line}\r\n`).join("");
}

function field(value: CsvValue): string {
  if (value === null) return "";
  return typeof value === "number" ? String(value) : quoted(value);
}

/** Quotes what holds a comma, a quote, a line break, or a formula that a spreadsheet would run. */
function quoted(text: string): string {
  const safe = /^[=+@-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Draws the text of an SVG file as a PNG, `scale` times as large as it says. Rejects if it cannot be drawn. */
export async function svgToPng(svgText: string, scale: number): Promise<Blob> {
  const image = new Image();
  // A data URL, not a blob's: Safari taints canvases that draw SVG from blobs.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser cannot draw the picture.");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large."))),
      "image/png",
    );
  });
}
