import { useMemo } from "react";
import { links as words } from "../../messages/links";
import { qrPicture } from "./qr";

/** The QR code of a text of at most LONGEST_IN_QR characters: black on white in every theme, as cameras want it. */
export function QrCode({ text, className }: { text: string; className: string | undefined }) {
  const { size, path } = useMemo(() => qrPicture(text), [text]);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={words.codeOf}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
