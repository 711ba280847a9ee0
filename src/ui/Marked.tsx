/** A text of the catalogue; what stands between asterisks is bold: “Press *Run*.” */
export function Marked({ text }: { text: string }) {
  return text.split("*").map((part, i) => (i % 2 === 0 ? part : <b key={i}>{part}</b>));
}
