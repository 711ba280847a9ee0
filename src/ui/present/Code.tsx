import { useState } from "react";
import { present as words } from "../../messages/present";
import { fill } from "../../messages/section";
import { encodeLink } from "../../scenario/link";
import { addressOf } from "../share/address-of";
import { LONGEST_IN_QR } from "../share/qr";
import { QrCode } from "../share/QrCode";
import { shortLink } from "../share/short-link";
import { snapshot } from "../snapshot";
import styles from "./present.module.css";

/** The QR code of what was on screen when it was asked for, and its address to be typed. */
export function Code() {
  const [text] = useState(address);
  return (
    <section className={styles.code} aria-label={words.qr}>
      {"address" in text && text.address.length <= LONGEST_IN_QR && (
        <QrCode text={text.address} className={styles.qr} />
      )}
      <div className={styles.address}>
        <h2>{words.scan}</h2>
        <p>{words.scanWhat}</p>
        {"problem" in text && <p>{text.problem}</p>}
        {"address" in text &&
          (text.address.length <= LONGEST_IN_QR ? (
            <p className={`numbers ${styles.typed}`}>{text.address}</p>
          ) : (
            <p>{fill(words.tooLong, { count: text.address.length })}</p>
          ))}
      </div>
    </section>
  );
}

function address(): { address: string } | { problem: string } {
  const scenario = snapshot();
  const short = shortLink(scenario);
  const full = encodeLink(scenario);
  if (short !== undefined) return { address: addressOf(short) };
  return full.ok ? { address: addressOf(full.value) } : { problem: full.error };
}
